package org.libvirtspm.translator.xml;

/**
 * A comment, a processing instruction or text: counted and kept, never looked into.
 *
 * @param isText true for text and CDATA, which join where what stood between them goes
 */
public record Filler(Span span, boolean isText) implements Node {}
