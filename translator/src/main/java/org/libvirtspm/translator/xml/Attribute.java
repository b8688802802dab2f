package org.libvirtspm.translator.xml;

/**
 * An attribute as it stands in the text; namespace declarations count as attributes too.
 *
 * @param name the name as written, prefix included
 * @param namespace the namespace of its prefix; empty without one
 * @param value the value with entities resolved
 * @param span from the first character of the name to after the closing quote
 * @param valueSpan the value between its quotes
 */
public record Attribute(String name, String namespace, String value, Span span, Span valueSpan) {

  /** Namespace of {@code xmlns} declarations. */
  public static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  /** True for {@code xmlns='…'} and {@code xmlns:p='…'}. */
  public boolean declaresNamespace() {
    return namespace.equals(XMLNS);
  }
}
