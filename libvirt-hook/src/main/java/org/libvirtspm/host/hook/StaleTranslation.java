package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.libvirtspm.host.FailureReason;
import org.libvirtspm.host.ShellWord;

/** Handles the start of a domain whose translation is missing or outdated. */
final class StaleTranslation {

  private StaleTranslation() {}

  /** Refuses the start and, if configured, requests a background translation after release. */
  static Refusal refusal(HookCall call, HookConfig config, OutOfStep how) {
    String connect = call.host().connect();
    if (call.isTransient()) {
      return new Refusal(
          how.getMessage()
              + ", and the domain is transient; create it by virt-spm create "
              + connect
              + "FILE");
    }
    String apply =
        "run virt-spm apply " + connect + ShellWord.quoted(call.domain()) + ", then start it again";
    if (!config.appliesStale()) {
      return new Refusal(how.getMessage() + "; " + apply);
    }
    if (how.uuid().isEmpty()) {
      return new Refusal(how.getMessage() + ", and it has no UUID to find it by; " + apply);
    }
    String before = failure(call.host().failure(how.uuid()));
    try {
      var unused = StateFolder.locked(call.host().state(), () -> record(call, how.uuid()));
    } catch (IOException e) {
      return new Refusal(
          how.getMessage() + ", and can't be now (" + FailureReason.withFile(e) + "); " + apply, e);
    }
    return before.isEmpty()
        ? new Refusal(how.getMessage() + "; it is being translated now: start it again")
        : new Refusal(how.getMessage() + ", and could not be: " + before);
  }

  /** Saves a record of what is to be applied; an earlier start's devices are given back first. */
  private static Holding record(HookCall call, String uuid) throws IOException {
    var unused = new Holdings(call.host(), Holdings.STARTING).end(call.domain());
    Holding holding = Holding.toApply(call, uuid);
    holding.save(call.host().holding(call.domain()));
    return holding;
  }

  private static String failure(Path record) {
    try {
      String text = Files.readString(record, StandardCharsets.UTF_8);
      return text.strip().replaceFirst("^virt-spm: (error: )?", "");
    } catch (IOException e) {
      return "";
    }
  }
}
