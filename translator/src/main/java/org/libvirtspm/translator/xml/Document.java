package org.libvirtspm.translator.xml;

/**
 * A document that has been read.
 *
 * @param text its characters
 * @param root its outermost element
 */
public record Document(SourceText text, Element root) {

  /** The line end the document uses: CR LF when its first line ends so, else LF. */
  public String lineEnd() {
    int lf = text.chars().indexOf('\n');
    return lf > 0 && text.chars().charAt(lf - 1) == '\r' ? "\r\n" : "\n";
  }

  /** The white space right in front of an offset. */
  public String spaceBefore(int offset) {
    int start = offset;
    while (start > 0 && isSpace(text.chars().charAt(start - 1))) {
      start--;
    }
    return text.chars().substring(start, offset);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
