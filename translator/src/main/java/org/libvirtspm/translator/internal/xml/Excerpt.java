package org.libvirtspm.translator.internal.xml;

/** Shortens document text for messages; values may have millions of characters. */
public final class Excerpt {

  private static final int MAX_LENGTH = 400;
  private static final int HEAD = 100;
  private static final int TAIL = 150;

  private Excerpt() {}

  /** Returns an element's qualified name, shortened. */
  public static String name(Element e) {
    return e.prefix().isEmpty() ? of(e.localName()) : of(e.prefix()) + ":" + of(e.localName());
  }

  /** Returns the text, with its middle left out if it is long. */
  public static String of(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int head = HEAD - (Character.isHighSurrogate(text.charAt(HEAD - 1)) ? 1 : 0);
    int tail = text.length() - TAIL;
    tail += Character.isLowSurrogate(text.charAt(tail)) ? 1 : 0;
    return text.substring(0, head)
        + "… ("
        + (tail - head)
        + " more characters) …"
        + text.substring(tail);
  }
}
