package org.libvirtspm.host.check;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.dax.DacLabel;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.hook.DeviceUsers;
import org.libvirtspm.host.hook.HookConfig;
import org.libvirtspm.host.hook.Refusal;

/** Checks whether the user of the domain's own label may be given dax devices. */
final class DeviceUsersCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    Optional<String> device =
        subject.cells().stream()
            .flatMap(cell -> cell.path().stream())
            .filter(DaxDevices::isDaxPath)
            .findFirst();
    String label = DacLabel.of(subject.translated().root()).map(DacLabel::user).orElse("");
    return device.isEmpty() || label.isEmpty()
        ? List.of()
        : user(subject, device.get(), label).stream().toList();
  }

  private static Optional<Finding> user(Subject subject, String device, String label) {
    try {
      HookConfig config = HookConfig.read(subject.host().at(HookConfig.FILE));
      DeviceUsers users = DeviceUsers.of(subject.host(), config);
      return users.contains(users.idOf(label))
          ? Optional.empty()
          : Optional.of(
              Finding.error(
                  Code.DEVICE_USER,
                  device + " is not for user '" + label + "', whom the domain's <seclabel> names",
                  "the hook refuses the start, since the document's author would choose the owner",
                  "remove the <seclabel>, or add to "
                      + HookConfig.FILE
                      + ": device_users = "
                      + label));
    } catch (Refusal e) {
      return Optional.of(
          Finding.error(
              Code.HOOK_CONFIGURATION,
              e.getMessage(),
              "the hook refuses the start",
              "correct what it names"));
    }
  }
}
