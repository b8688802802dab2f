package org.libvirtspm.host.hook;

import java.io.IOException;

/** Handles {@code prepare}: refuses a start unless the guest gets the memory it declares. */
final class PrepareOperation {

  private PrepareOperation() {}

  static HookAnswer answer(HookCall call, byte[] document) throws IOException {
    GuestNeeds needs = look(call, document);
    if (needs.cells().isEmpty()) {
      return HookAnswer.go();
    }
    // Read here only to report mistakes early, before a migration needs the file.
    var unused = HookConfig.read(call.host().configuration());
    if (needs.cells().stream().anyMatch(c -> c.path().isPresent())) {
      DeviceReservation.of(call, needs).take();
    }
    return HookAnswer.go();
  }

  private static GuestNeeds look(HookCall call, byte[] document) {
    String libvirt = LibvirtdVersion.of(call.host().at("/proc"), call.libvirtPid());
    try {
      GuestNeeds needs = new Inspection(call.host(), libvirt).look(document);
      if (!needs.uuid().isEmpty()) {
        BackgroundApply.forget(call.host().failure(needs.uuid()));
      }
      return needs;
    } catch (OutOfStep e) {
      throw StaleTranslation.refusal(call, HookConfig.read(call.host().configuration()), e);
    }
  }
}
