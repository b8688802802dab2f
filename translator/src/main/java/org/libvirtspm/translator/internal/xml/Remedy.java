package org.libvirtspm.translator.internal.xml;

/**
 * The end of a message that says what to do. A message is put together of many parts; a mark in it,
 * which no XML document can hold and nobody is shown, tells where its remedy begins.
 */
public final class Remedy {

  private static final String MARK = Character.toString(0xFFFF);

  private Remedy() {}

  /** Marks the last part of a message as its remedy. */
  public static String of(String text) {
    return MARK + text;
  }

  /** Marks the remedy that a message ends with; none is empty. */
  public static String marked(String message, String remedy) {
    return message.substring(0, message.length() - remedy.length())
        + (remedy.isEmpty() ? "" : of(remedy));
  }

  /** The whole message without the mark. */
  public static String unmarked(String message) {
    return message.replace(MARK, "");
  }

  /** The message as it is shown: without the mark, and in no more characters than it may have. */
  public static String shown(String message) {
    return Excerpt.of(unmarked(message));
  }

  /** The remedy at the end of what is shown; empty for none, and where it has been shortened. */
  public static String in(String message) {
    int mark = message.indexOf(MARK);
    String remedy = mark < 0 ? "" : unmarked(message.substring(mark));
    return shown(message).endsWith(remedy) ? remedy : "";
  }
}
