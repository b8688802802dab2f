package org.libvirtspm.host.hook;

import org.libvirtspm.host.Printable;

/** Makes document text safe for messages on a terminal or in a log. */
final class Sentence {

  private static final int LONGEST = 1000;

  private Sentence() {}

  /** Returns the text on one line, without control characters, and shortened. */
  static String printable(String text) {
    String shown = text.substring(0, Math.min(text.length(), LONGEST));
    return Printable.text(shown).replace('\t', ' ');
  }
}
