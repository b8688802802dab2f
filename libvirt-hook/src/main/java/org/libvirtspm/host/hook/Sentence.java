package org.libvirtspm.host.hook;

/** Text of a document on its way into a message, which a terminal or a log will show. */
final class Sentence {

  private static final int LONGEST = 1000;

  private Sentence() {}

  /** The text on one line, without control characters, and not without end. */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder(text);
    printable.setLength(Math.min(text.length(), LONGEST));
    for (int i = 0; i < printable.length(); i++) {
      if (Character.isISOControl(printable.charAt(i))) {
        printable.setCharAt(i, '\uFFFD');
      }
    }
    return printable.toString();
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
