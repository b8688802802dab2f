package org.libvirtspm.translator.internal.xml;

/**
 * White space of XML: space, tab, line feed and carriage return. JAXB and libvirt strip only these;
 * Java's {@code strip} removes more.
 */
public final class XmlSpace {

  private XmlSpace() {}

  /** True for one of the four characters. */
  public static boolean is(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  /** Removes white space at both ends. */
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

  /** True if the text is all white space. */
  public static boolean isBlank(String text) {
    return strip(text).isEmpty();
  }
}
