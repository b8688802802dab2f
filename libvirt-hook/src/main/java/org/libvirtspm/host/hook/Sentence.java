package org.libvirtspm.host.hook;

import org.libvirtspm.host.Printable;

/** Text of a document on its way into a message, which a terminal or a log will show. */
final class Sentence {

  private static final int LONGEST = 1000;

  private Sentence() {}

  /** The text on one line, without control characters, and not without end. */
  static String printable(String text) {
    String shown = text.substring(0, Math.min(text.length(), LONGEST));
    return Printable.text(shown).replace('\t', ' ');
  }
}
