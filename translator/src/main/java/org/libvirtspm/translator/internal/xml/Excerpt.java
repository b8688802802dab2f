package org.libvirtspm.translator.internal.xml;

/** Shortens text for a message: a document's values may have millions of characters. */
public final class Excerpt {

  private static final int MAX_LENGTH = 400;
  private static final int HEAD = 100;
  private static final int TAIL = 150;

  private Excerpt() {}

  /** An element's qualified name, in no more characters than a message has room for. */
  public static String name(Element e) {
    return e.prefix().isEmpty() ? of(e.localName()) : of(e.prefix()) + ":" + of(e.localName());
  }

  /** The text, without its middle where it is longer than a message may be. */
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
