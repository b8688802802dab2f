package org.libvirtspm.translator.internal.xml;

/**
 * A document that has been read.
 *
 * @param text its characters
 * @param root its outermost element
 * @param lineEnd the line end it uses: CR LF when its first line ends so, else LF
 */
public record Document(SourceText text, Element root, String lineEnd) {

  Document(SourceText text, Element root) {
    this(text, root, lineEnd(text.chars()));
  }

  private static String lineEnd(String chars) {
    int lf = chars.indexOf('\n');
    return lf > 0 && chars.charAt(lf - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The white space right in front of an offset. */
  public String spaceBefore(int offset) {
    int start = offset;
    while (start > 0 && XmlSpace.is(text.chars().charAt(start - 1))) {
      start--;
    }
    return text.chars().substring(start, offset);
  }
}
