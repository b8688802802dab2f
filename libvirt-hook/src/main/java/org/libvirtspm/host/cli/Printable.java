package org.libvirtspm.host.cli;

/** Text on its way to a terminal, where control characters from a document could do harm. */
final class Printable {

  private static final char SUBSTITUTE = '\uFFFD';

  private Printable() {}

  /** The text with every control character but the tab replaced. */
  static String text(String text) {
    StringBuilder printable = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i)) && text.charAt(i) != '\t') {
        printable.setCharAt(i, SUBSTITUTE);
      }
    }
    return printable.toString();
  }
}
