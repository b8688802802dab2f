package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.check.QemuConf;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.FileFacts;

/**
 * Gives a guest's QEMU access to memory that libvirt does not know of. The hook of a session daemon
 * cannot change owners: there QEMU needs access already.
 *
 * @param isOurs false if libvirt handles access, since it knows the memory devices
 * @param user user id of the guest's QEMU
 */
record DeviceAccess(Host host, QemuConf conf, boolean isOurs, int user) {

  /**
   * Determines the access for a domain with memory at these paths.
   *
   * @throws Refusal if a device is among them and QEMU's user may not be given one
   */
  static DeviceAccess of(HookCall call, GuestNeeds needs, List<MemoryPath> memory)
      throws IOException {
    Host host = call.host();
    if (host.isSession()) {
      int self = FileFacts.of(Path.of("/proc/self")).owner();
      return new DeviceAccess(host, new QemuConf(""), true, self);
    }
    Optional<MemoryPath> device = memory.stream().filter(p -> p.device().isPresent()).findFirst();
    if (device.isEmpty() && !needs.bypassesLibvirt()) {
      return new DeviceAccess(host, new QemuConf(""), false, 0);
    }
    DeviceUsers users = DeviceUsers.of(host.files(), HookConfig.read(host.configuration()));
    int user = users.idOf(needs.owner());
    if (device.isPresent() && !users.contains(user)) {
      throw wrongUser(host, device.get(), needs.owner());
    }
    return new DeviceAccess(host, users.conf(), needs.bypassesLibvirt(), user);
  }

  private static Refusal wrongUser(Host host, MemoryPath path, String user) {
    return MemoryPath.refusal(
        path.cell(),
        "is not for user '"
            + user
            + "', whom the domain's <seclabel> names; remove that, or add device_users = "
            + user
            + " to "
            + host.configuration(),
        null);
  }

  /**
   * Returns the device whose owner has to be changed; empty if QEMU has access already.
   *
   * @throws Refusal if QEMU has no access and cannot be given it
   */
  Optional<TakenDevice> wanted(MemoryPath path) throws IOException {
    if (!isOurs) {
      return Optional.empty();
    }
    if (path.device().isEmpty() || host.isSession()) {
      checkOpen(path);
      return Optional.empty();
    }
    if (hides(path.path())) {
      throw MemoryPath.refusal(
          path.cell(),
          "is hidden from the guest's QEMU by libvirt; set "
              + conf.aclWith(List.of(path.path())).replaceAll("\\s+", " ")
              + " in /etc/libvirt/qemu.conf and restart libvirt",
          null);
    }
    try (DeviceNode node = DeviceNode.open(host, path.device().get())) {
      FileFacts facts = node.facts();
      boolean isOpen = user == 0 || (facts.owner() == user && facts.isOpenTo(user));
      return isOpen
          ? Optional.empty()
          : Optional.of(new TakenDevice(path.device().get().name(), facts.owner(), user));
    }
  }

  /**
   * True if libvirt's mount namespace or device cgroup hides the device from a QEMU whose domain
   * does not list it.
   */
  private boolean hides(String device) {
    boolean isApart = conf.hasMountNamespace() || conf.hasDeviceCgroup();
    return isApart && !conf.deviceAcl().contains(device);
  }

  private void checkOpen(MemoryPath path) {
    if (!path.facts().isOpenTo(user)) {
      throw MemoryPath.refusal(
          path.cell(),
          "can't be opened by the guest's QEMU; run chown "
              + user
              + " "
              + ShellWord.of(path.path()),
          null);
    }
  }

  /** Changes a device's owner to QEMU's user. */
  void give(TakenDevice taken) throws IOException {
    Optional<DaxDevice> device = host.devices().named(taken.name());
    if (device.isEmpty()) {
      throw new Refusal("/dev/" + taken.name() + " went away while the guest was being started");
    }
    try (DeviceNode node = DeviceNode.open(host, device.get())) {
      node.giveTo(taken.ownerGiven());
    }
  }
}
