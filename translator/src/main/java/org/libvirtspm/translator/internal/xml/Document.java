package org.libvirtspm.translator.internal.xml;

/**
 * A parsed document.
 *
 * @param text its characters
 * @param root its outermost element
 * @param lineEnd its line end: CR LF if the first line ends with it, otherwise LF
 */
public record Document(SourceText text, Element root, String lineEnd) {

  Document(SourceText text, Element root) {
    this(text, root, lineEnd(text.chars()));
  }

  private static String lineEnd(String chars) {
    int lf = chars.indexOf('\n');
    return lf > 0 && chars.charAt(lf - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Returns the white space right before an offset. */
  public String spaceBefore(int offset) {
    int start = offset;
    while (start > 0 && XmlSpace.is(text.chars().charAt(start - 1))) {
      start--;
    }
    return text.chars().substring(start, offset);
  }
}
