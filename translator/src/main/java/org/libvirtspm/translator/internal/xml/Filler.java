package org.libvirtspm.translator.internal.xml;

/**
 * A comment, a processing instruction or text: counted and kept, never looked into.
 *
 * @param start 0-based offset of its first character
 * @param end offset after its last character
 * @param isText true for text and CDATA, which join where what stood between them goes
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
