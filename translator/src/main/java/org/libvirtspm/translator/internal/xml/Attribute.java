package org.libvirtspm.translator.internal.xml;

/**
 * An attribute in the text; namespace declarations count as attributes. Its offsets are computed on
 * request, since few attributes are ever changed.
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

  /** Returns the name as written, prefix included. */
  public String name() {
    return name;
  }

  /** Returns the namespace of its prefix; empty without a prefix. */
  public String namespace() {
    return namespace;
  }

  /** Returns the value with entities resolved. */
  public String value() {
    return value;
  }

  /** Returns the span from the name to the closing quote. */
  public Span span() {
    return tag.places().get(index).span();
  }

  /** Returns the span of the value between its quotes. */
  public Span valueSpan() {
    return tag.places().get(index).valueSpan();
  }

  /** True for {@code xmlns='…'} and {@code xmlns:p='…'}. */
  public boolean declaresNamespace() {
    return namespace.equals(XMLNS);
  }
}
