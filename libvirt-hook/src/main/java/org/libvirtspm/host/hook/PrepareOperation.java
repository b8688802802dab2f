package org.libvirtspm.host.hook;

import java.io.IOException;

/** Handles {@code prepare}: refuses a start unless the guest gets the memory it declares. */
final class PrepareOperation {

  private PrepareOperation() {}

  static HookAnswer answer(HookCall call, byte[] document) throws IOException {
    Finding found = look(call, document);
    if (found.cells().isEmpty()) {
      return HookAnswer.go();
    }
    // Read here only to report mistakes early, before a migration needs the file.
    var unused = HookConfig.read(call.host().configuration());
    if (found.cells().stream().anyMatch(c -> c.path().isPresent())) {
      DeviceReservation.of(call, found).take();
    }
    return HookAnswer.go();
  }

  private static Finding look(HookCall call, byte[] document) {
    String libvirt = LibvirtdVersion.of(call.host().at("/proc"), call.libvirtPid());
    try {
      Finding found = new Inspection(call.host(), libvirt).look(document);
      if (!found.uuid().isEmpty()) {
        BackgroundApply.forget(call.host().failure(found.uuid()));
      }
      return found;
    } catch (OutOfStep e) {
      throw StaleTranslation.refusal(call, HookConfig.read(call.host().configuration()), e);
    }
  }
}
