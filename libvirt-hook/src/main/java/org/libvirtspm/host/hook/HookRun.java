package org.libvirtspm.host.hook;

import java.io.IOException;
import org.libvirtspm.host.FailureReason;

/** Dispatches hook operations. */
final class HookRun {

  private HookRun() {}

  static HookAnswer answer(HookCall call, byte[] document) {
    try {
      return switch (call.operation()) {
        case "prepare" -> PrepareOperation.answer(call, document);
        case "release" -> ReleaseOperation.answer(call);
        case "restore", "migrate" -> IncomingOperation.answer(call, document);
        default -> HookAnswer.go();
      };
    } catch (Refusal e) {
      return HookAnswer.refuse("domain '" + call.domain() + "': " + e.getMessage());
    } catch (IOException e) {
      return HookAnswer.refuse("domain '" + call.domain() + "': " + failure(call, e));
    }
  }

  private static String failure(HookCall call, IOException e) {
    String consequence =
        call.operation().equals("release")
            ? "what was held for it is not given back"
            : "its Specific Purpose Memory can't be looked after, and it does not start";
    return consequence + ": " + FailureReason.withFile(e) + "; run virt-spm hook status";
  }
}
