package org.libvirtspm.translator.internal.xml;

/**
 * Marks the end of a message that says what to do. Messages are composed of many parts; the mark is
 * a character that XML does not allow, and it is removed before a message is shown.
 */
public final class Remedy {

  private static final String MARK = Character.toString(0xFFFF);

  private Remedy() {}

  /** Marks text as the remedy of a message, which it must end. */
  public static String of(String text) {
    return MARK + text;
  }

  /** Marks a given remedy at the end of a message; empty for none. */
  public static String marked(String message, String remedy) {
    return message.substring(0, message.length() - remedy.length())
        + (remedy.isEmpty() ? "" : of(remedy));
  }

  /** Returns the message without the mark. */
  public static String unmarked(String message) {
    return message.replace(MARK, "");
  }

  /** Returns the message as shown: without the mark, and shortened. */
  public static String shown(String message) {
    return Excerpt.of(unmarked(message));
  }

  /** Returns the remedy of a message as shown; empty if there is none or it was shortened. */
  public static String in(String message) {
    int mark = message.indexOf(MARK);
    String remedy = mark < 0 ? "" : unmarked(message.substring(mark));
    return shown(message).endsWith(remedy) ? remedy : "";
  }
}
