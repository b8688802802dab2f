package org.libvirtspm.host;

/**
 * Makes document text safe for terminals and logs. Control characters can move the cursor or start
 * a command, direction characters reorder the text, separators break the line.
 */
public final class Printable {

  private static final char SUBSTITUTE = '\uFFFD';

  private Printable() {}

  /** Returns the text with every harmful character except the tab replaced. */
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
