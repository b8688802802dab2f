package org.libvirtspm.translator.internal.xml;

/**
 * A stretch of a document's text.
 *
 * @param start 0-based offset of the first character
 * @param end offset after the last character
 */
public record Span(int start, int end) {

  /** True if all of the other lies in it. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }
}
