package org.libvirtspm.host.cli;

import java.nio.charset.StandardCharsets;
import org.libvirtspm.host.Printable;
import org.libvirtspm.translator.internal.xml.SourceText;
import org.libvirtspm.translator.internal.xml.Span;

/** Source lines below problems, as compilers print them. */
final class SourceLines {

  /** Maximum characters of a line; longer lines are cut around the column. */
  private static final int MAX_WIDTH = 120;

  private final SourceText text;

  SourceLines(byte[] document) {
    text = new SourceText(new String(document, StandardCharsets.UTF_8));
  }

  /**
   * The line and a caret below the column, or nothing if the document has no such place.
   *
   * @param line 1-based
   * @param column 1-based, in characters
   */
  String show(int line, int column) {
    return text.spanOfLine(line).map(span -> show(span, column)).orElse("");
  }

  private String show(Span line, int column) {
    String chars = text.chars();
    if (column < 1 || column > chars.codePointCount(line.start(), line.end()) + 1) {
      return "";
    }
    int at = chars.offsetByCodePoints(line.start(), column - 1);
    int from = Math.max(line.start(), Math.min(at - MAX_WIDTH / 2, line.end() - MAX_WIDTH));
    int to = Math.min(line.end(), from + MAX_WIDTH);
    String shown = chars.substring(from, to);
    String before = chars.substring(from, at).replaceAll("[^\t]", " ");
    return shown.isBlank() ? "" : Printable.text(shown) + "\n" + before + "^\n";
  }
}
