package org.libvirtspm.host.target;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Result;
import org.libvirtspm.translator.Severity;

/** Brings what there is to say about the choice of a dialect among a document's problems. */
public final class EmulatorWarnings {

  private EmulatorWarnings() {}

  /** The result with the warnings, each at the document's emulator. */
  public static Result added(Result result, List<String> warnings, byte[] document) {
    if (warnings.isEmpty()) {
      return result;
    }
    List<Problem> problems = new ArrayList<>(result.problems());
    warnings.forEach(warning -> problems.add(atEmulator(warning, document)));
    return new Result(result.document(), problems);
  }

  /** Places a warning at the document's emulator, or at its start when it names none. */
  private static Problem atEmulator(String warning, byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    String before = text.substring(0, Math.max(0, text.indexOf("<emulator")));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new Problem(Severity.WARNING, warning, line, column);
  }
}
