package org.libvirtspm.translator.internal.xml;

/**
 * An attribute as it stands in the text; namespace declarations count as attributes too. Where it
 * stands is looked up when it is asked for: few attributes of a document are ever changed.
 */
public final class Attribute {

  /** Namespace of {@code xmlns} declarations. */
  public static final String XMLNS = "http://www.w3.org/2000/xmlns/";

  private final String name;
  private final String namespace;
  private final String value;
  private final TagScanner tag;
  private final int index;

  Attribute(String name, String namespace, String value, TagScanner tag, int index) {
    this.name = name;
    this.namespace = namespace;
    this.value = value;
    this.tag = tag;
    this.index = index;
  }

  /** The name as written, prefix included. */
  public String name() {
    return name;
  }

  /** The namespace of its prefix; empty without one. */
  public String namespace() {
    return namespace;
  }

  /** The value with entities resolved. */
  public String value() {
    return value;
  }

  /** From the first character of the name to after the closing quote. */
  public Span span() {
    return tag.places().get(index).span();
  }

  /** The value between its quotes. */
  public Span valueSpan() {
    return tag.places().get(index).valueSpan();
  }

  /** True for {@code xmlns='…'} and {@code xmlns:p='…'}. */
  public boolean declaresNamespace() {
    return namespace.equals(XMLNS);
  }
}
