package org.libvirtspm.host.hook;

import java.io.IOException;
import java.util.Optional;

/** After a guest has ended, or did not start: gives back what was taken for it. */
final class End {

  private End() {}

  static HookAnswer answer(HookCall call) throws IOException {
    Optional<Holding> held =
        StateFolder.locked(
            call.host().state(),
            () -> new Holdings(call.host(), Holdings.STARTING).end(call.domain()));
    if (held.filter(Holding::isToApply).isPresent()) {
      Reapplication.start(call, held.get().uuid());
    }
    return HookAnswer.go();
  }
}
