package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.check.Checks;
import org.libvirtspm.host.check.Finding;

/** Prints what a check found, for people or programs. */
final class Findings {

  private static final String MARGIN = "        ";

  private Findings() {}

  /** Prints all findings and further answers. */
  static void answer(
      List<Finding> findings,
      Terminal terminal,
      Supplier<Map<String, Object>> fields,
      Supplier<String> text)
      throws IOException {
    terminal.envelope().ifPresent(e -> findings.forEach(e::add));
    terminal.answer(fields, () -> text(findings) + text.get());
  }

  /** Returns FAILED if there is an error. */
  static ExitStatus status(List<Finding> findings) {
    return Checks.anyError(findings) ? ExitStatus.FAILED : ExitStatus.FINE;
  }

  /** Returns FAILED if there is an error, WARNED if there is only a warning. */
  static ExitStatus statusWithWarnings(List<Finding> findings) {
    boolean warned = findings.stream().anyMatch(f -> f.level() == Finding.Level.WARNING);
    return status(findings).and(warned ? ExitStatus.WARNED : ExitStatus.FINE);
  }

  /** Formats each finding as a line, with its reason and remedy below it. */
  private static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(finding.level().word()).append(": ").append(finding.what()).append('\n');
      text.append(reasons(finding));
    }
    return clean(text.toString());
  }

  /** Formats reason and remedy as indented lines. */
  static String reasons(Finding finding) {
    StringBuilder text = new StringBuilder();
    indented(text, finding.why());
    indented(text, finding.fix());
    return clean(text.toString());
  }

  private static String clean(String text) {
    return String.join("\n", text.lines().map(Printable::text).toList())
        + (text.isEmpty() ? "" : "\n");
  }

  private static void indented(StringBuilder text, String lines) {
    if (!lines.isEmpty()) {
      lines.lines().forEach(line -> text.append(MARGIN).append(line).append('\n'));
    }
  }
}
