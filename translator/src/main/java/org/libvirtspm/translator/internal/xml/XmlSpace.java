package org.libvirtspm.translator.internal.xml;

/**
 * White space as XML defines it: space, tab, line feed and carriage return. Java's own {@code
 * strip} takes more away than JAXB and libvirt do.
 */
public final class XmlSpace {

  private XmlSpace() {}

  /** True for one of the four. */
  public static boolean is(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** The text without white space at both ends. */
  public static String strip(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && is(text.charAt(start))) {
      start++;
    }
    while (end > start && is(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** True for nothing but white space. */
  public static boolean isBlank(String text) {
    return strip(text).isEmpty();
  }
}
