package org.libvirtspm.host.cli;

import java.nio.charset.StandardCharsets;
import org.libvirtspm.host.Printable;

/** The line of a document that a problem is about, as a compiler shows it. */
final class SourceLine {

  /** More of a line than this, in characters, is cut around the column. */
  private static final int MAX_WIDTH = 120;

  private SourceLine() {}

  /**
   * The line and a caret below the column, or nothing if the document has no such place.
   *
   * @param line 1-based
   * @param column 1-based, in characters
   */
  static String show(byte[] document, int line, int column) {
    String text = find(new String(document, StandardCharsets.UTF_8), line);
    if (column < 1 || column > text.length() + 1 || text.isBlank()) {
      return "";
    }
    int from = Math.max(0, Math.min(column - 1 - MAX_WIDTH / 2, text.length() - MAX_WIDTH));
    int to = Math.min(text.length(), from + MAX_WIDTH);
    String before = text.substring(from, column - 1).replaceAll("[^\t]", " ");
    return Printable.text(text.substring(from, to)) + "\n" + before + "^\n";
  }

  private static String find(String document, int line) {
    int start = document.startsWith("\uFEFF") ? 1 : 0;
    for (int n = 1; n < line; n++) {
      int end = end(document, start);
      if (end == document.length()) {
        return "";
      }
      start = end + (document.startsWith("\r\n", end) ? 2 : 1);
    }
    return document.substring(start, end(document, start));
  }

  private static int end(String document, int start) {
    int end = start;
    while (end < document.length()
        && document.charAt(end) != '\n'
        && document.charAt(end) != '\r') {
      end++;
    }
    return end;
  }
}
