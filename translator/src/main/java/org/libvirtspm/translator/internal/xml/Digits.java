package org.libvirtspm.translator.internal.xml;

/** Recognizes numbers in decimal digits, {@code 0} to {@code 9} only. */
public final class Digits {

  private Digits() {}

  /**
   * True for one to so many digits.
   *
   * @param max most digits, at least 1
   */
  public static boolean are(String text, int max) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= max;
  }

  /** True for one to so many digits without leading zeros. */
  public static boolean arePlain(String text, int max) {
    return are(text, max) && (text.length() == 1 || text.charAt(0) != '0');
  }

  /** Removes leading zeros in front of another digit. */
  public static String withoutZeros(String text) {
    int start = 0;
    while (start + 1 < text.length()
        && text.charAt(start) == '0'
        && text.charAt(start + 1) >= '0'
        && text.charAt(start + 1) <= '9') {
      start++;
    }
    return text.substring(start);
  }
}
