package org.libvirtspm.host.target;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Translation;

/** Adds warnings about the choice of a dialect to a document's problems. */
public final class EmulatorWarnings {

  private EmulatorWarnings() {}

  /** Returns the result with warnings at the document's emulator. */
  public static Translation added(Translation result, List<String> warnings, byte[] document) {
    return warnings.isEmpty()
        ? result
        : result.with(warnings.stream().map(w -> atEmulator(w, document)).toList());
  }

  /** Places a warning at the document's emulator, or at its start when it names none. */
  private static Problem atEmulator(String warning, byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    String before = text.substring(0, Math.max(0, text.indexOf("<emulator")));
    int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    int column = before.length() - before.lastIndexOf('\n');
    return new Problem(Severity.WARNING, "emulator", warning, line, column);
  }
}
