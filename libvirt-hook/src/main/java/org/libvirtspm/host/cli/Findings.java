package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.check.Checks;
import org.libvirtspm.host.check.Finding;

/** Prints what a check found, for people or programs. */
final class Findings {

  private static final String MARGIN = "        ";

  private Findings() {}

  /** Prints all of it; an error among it is a failure. */
  static ExitStatus print(List<Finding> findings, boolean json, Terminal terminal)
      throws IOException {
    FormatOption.print(terminal, json ? Json.text(objects(findings)) : text(findings));
    return status(findings);
  }

  /** An error is a failure. */
  static ExitStatus status(List<Finding> findings) {
    return Checks.anyError(findings) ? ExitStatus.FAILED : ExitStatus.FINE;
  }

  /** An error is a failure, and a warning is told from all well. */
  static ExitStatus statusWithWarnings(List<Finding> findings) {
    boolean warned = findings.stream().anyMatch(f -> f.level() == Finding.Level.WARNING);
    return status(findings).and(warned ? ExitStatus.WARNED : ExitStatus.FINE);
  }

  /** Each as a line, and below it why it matters and what mends it. */
  static String text(List<Finding> findings) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(level(finding)).append(": ").append(finding.what()).append('\n');
      indented(text, finding.why());
      indented(text, finding.fix());
    }
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

  private static String level(Finding finding) {
    return finding.level().name().toLowerCase(Locale.ROOT);
  }

  /** Each as a map. */
  static List<Object> objects(List<Finding> findings) {
    List<Object> objects = new ArrayList<>();
    for (Finding finding : findings) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("level", level(finding));
      fields.put("what", finding.what());
      fields.put("why", finding.why());
      fields.put("fix", finding.fix());
      objects.add(fields);
    }
    return objects;
  }
}
