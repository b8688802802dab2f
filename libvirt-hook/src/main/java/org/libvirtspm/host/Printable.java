package org.libvirtspm.host;

/**
 * Text of a document on its way to a terminal or a log, where some characters could do harm:
 * control characters move the cursor or start a command, direction characters show text in another
 * order than it has, and separators break a line.
 */
public final class Printable {

  private static final char SUBSTITUTE = '\uFFFD';

  private Printable() {}

  /** The text with every harmful character but the tab replaced. */
  public static String text(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> printable.appendCodePoint(isHarmful(c) && c != '\t' ? SUBSTITUTE : c));
    return printable.toString();
  }

  /** True for controls (C0, DEL, C1), direction and invisible characters, and lone surrogates. */
  public static boolean isHarmful(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
