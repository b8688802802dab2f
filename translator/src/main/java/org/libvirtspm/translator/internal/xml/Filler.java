package org.libvirtspm.translator.internal.xml;

/**
 * A comment, processing instruction or text, kept but not parsed further.
 *
 * @param start 0-based offset of the first character
 * @param end offset behind the last character
 * @param isText true for text and CDATA, which join when a node between them is removed
 */
public record Filler(int start, int end, boolean isText) implements Node {

  static Filler at(Span span, boolean isText) {
    return new Filler(span.start(), span.end(), isText);
  }

  @Override
  public Span span() {
    return new Span(start, end);
  }
}
