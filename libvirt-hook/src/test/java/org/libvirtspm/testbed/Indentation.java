package org.libvirtspm.testbed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Indents XML the way libvirt prints it: two spaces a level, elements of text on one line. */
final class Indentation {
  private static final Pattern LINE =
      Pattern.compile("<!--.*?-->|<[^/!>][^>]*[^/>]>[^<]+</[^>]*>|<[^>]*>", Pattern.DOTALL);

  private Indentation() {}

  static String of(String xml) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    Matcher lines = LINE.matcher(xml);
    while (lines.find()) {
      String line = lines.group();
      depth -= line.startsWith("</") ? 1 : 0;
      out.append("  ".repeat(depth)).append(line).append('\n');
      depth += opens(line) ? 1 : 0;
    }
    return out.toString();
  }

  private static boolean opens(String line) {
    return !line.startsWith("<!") && !line.contains("</") && !line.endsWith("/>");
  }
}
