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

  /** A size as people write it. */
  static String size(long kib) {
    long mib = 1024;
    long gib = 1024 * mib;
    if (kib % gib == 0) {
      return kib / gib + " GiB";
    }
    return kib % mib == 0 ? kib / mib + " MiB" : kib + " KiB";
  }
}
