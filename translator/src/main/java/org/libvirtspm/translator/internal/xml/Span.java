package org.libvirtspm.translator.internal.xml;

/**
 * A range of a document's text.
 *
 * @param start 0-based offset of the first character
 * @param end offset behind the last character
 */
public record Span(int start, int end) {

  /** True if the other span is inside this one. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
