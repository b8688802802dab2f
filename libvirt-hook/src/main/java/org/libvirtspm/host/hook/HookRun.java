package org.libvirtspm.host.hook;

import java.io.IOException;

/** Gives each operation to the class that knows it. */
final class HookRun {

  private HookRun() {}

  static HookAnswer answer(HookCall call, byte[] document) throws IOException {
    try {
      return switch (call.operation()) {
        case "prepare" -> Start.answer(call, document);
        case "release" -> End.answer(call);
        case "restore", "migrate" -> Arrival.answer(call, document);
        default -> HookAnswer.go();
      };
    } catch (Refusal e) {
      return HookAnswer.refuse("domain '" + call.domain() + "': " + e.getMessage());
    }
  }
}
