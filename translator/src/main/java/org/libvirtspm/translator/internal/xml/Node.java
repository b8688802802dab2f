package org.libvirtspm.translator.internal.xml;

/** What stands inside an element, apart from white space. */
public sealed interface Node permits Element, Filler {

  /** Where it stands, from its first to after its last character. */
  Span span();

  /** True for text, white space not counted. */
  default boolean isText() {
    return false;
  }
}
