package org.libvirtspm.translator.internal.xml;

/**
 * A stretch of a document's text.
 *
 * @param start 0-based offset of the first character
 * @param end offset after the last character
 */
public record Span(int start, int end) {}
