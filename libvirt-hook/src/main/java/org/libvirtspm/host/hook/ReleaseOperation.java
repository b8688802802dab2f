package org.libvirtspm.host.hook;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Handles {@code release}: returns the reservations of a guest that has ended or failed to start.
 */
final class ReleaseOperation {

  private ReleaseOperation() {}

  static HookAnswer answer(HookCall call) throws IOException {
    Optional<Holding> held =
        StateFolder.locked(
            call.host().state(),
            () -> new Holdings(call.host(), Holdings.STARTING).end(call.domain()));
    if (held.filter(Holding::isToApply).isPresent()) {
      BackgroundApply.start(call, held.get().uuid());
    }
    List<String> notes = held.isPresent() ? notes(call.host(), held.get()) : List.of();
    // libvirt ignores the status here, but logs the message of a hook that fails.
    return notes.isEmpty()
        ? HookAnswer.go()
        : HookAnswer.refuse("domain '" + call.domain() + "': " + String.join("; ", notes));
  }

  /** Returns notes on devices that are gone or still open. */
  private static List<String> notes(Host host, Holding held) throws IOException {
    List<String> notes = new ArrayList<>();
    for (TakenDevice device : held.devices()) {
      if (!device.isThere(host)) {
        notes.add("/dev/" + device.name() + " is gone, and its owner is not changed back");
      }
    }
    for (String path : held.paths()) {
      List<String> users =
          host.devices().at(path).isPresent() ? host.openFiles().usersOf(path) : List.of();
      if (!users.isEmpty()) {
        notes.add(
            path
                + " is still open in process "
                + String.join(", ", users)
                + "; no domain gets it before that has ended");
      }
    }
    return notes;
  }
}
