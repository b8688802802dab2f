package org.libvirtspm.translator.internal.xml;

/** Content of an element other than white space. */
public sealed interface Node permits Element, Filler {

  /** Returns its place in the text. */
  Span span();

  /** True for text other than white space. */
  default boolean isText() {
    return false;
  }
}
