package org.libvirtspm.translator.xml;

/** A comment, a processing instruction or text: counted and kept, never looked into. */
public record Filler(Span span) implements Node {}
