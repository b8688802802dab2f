package org.libvirtspm.translator.internal.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** An element: its name, its place in the text and its content. */
public final class Element implements Node {

  private final String prefix;
  private final String localName;
  private final String namespace;
  private final List<Attribute> attributes;
  private final Element parent;
  private List<Node> children = List.of();
  private CharSequence text = "";

  // Tags are stored as offsets, not objects: a document may have millions of elements.
  private final int start;
  private final int startTagEnd;
  private int endTagStart;
  private int end;

  Element(
      String prefix,
      String localName,
      String namespace,
      List<Attribute> attributes,
      Element parent,
      Span startTag) {
    this.prefix = prefix;
    this.localName = localName;
    this.namespace = namespace;
    this.attributes = List.copyOf(attributes);
    this.parent = parent;
    this.start = startTag.start();
    this.startTagEnd = startTag.end();
  }

  /** Adds a child; a list is made only for the second one, since most elements have at most one. */
  void add(Node child) {
    if (children.isEmpty()) {
      children = List.of(child);
      return;
    }
    if (children.size() == 1) {
      children = new ArrayList<>(children);
    }
    children.add(child);
  }

  void addText(String more) {
    if (text.isEmpty()) {
      text = more;
      return;
    }
    StringBuilder joined =
        text instanceof StringBuilder builder ? builder : new StringBuilder(text);
    joined.append(more);
    text = joined;
  }

  void end(Span tag) {
    text = text.toString();
    endTagStart = tag.start();
    end = tag.end();
  }

  /** The prefix as written; empty without one. */
  public String prefix() {
    return prefix;
  }

  /** The name without its prefix. */
  public String localName() {
    return localName;
  }

  /** The name as written, prefix included. */
  public String qualifiedName() {
    return prefix.isEmpty() ? localName : prefix + ":" + localName;
  }

  /** The namespace; empty for none. */
  public String namespace() {
    return namespace;
  }

  /** True for an element of this name in no namespace: all of libvirt's own are. */
  public boolean is(String name) {
    return namespace.isEmpty() && localName.equals(name);
  }

  /** True for an element of this namespace and name. */
  public boolean is(String wantedNamespace, String name) {
    return namespace.equals(wantedNamespace) && localName.equals(name);
  }

  /** The attributes in the order they are written, namespace declarations included. */
  public List<Attribute> attributes() {
    return attributes;
  }

  /** The attribute of that name in no namespace. */
  public Optional<Attribute> attribute(String name) {
    for (Attribute a : attributes) {
      if (a.namespace().isEmpty() && a.name().equals(name)) {
        return Optional.of(a);
      }
    }
    return Optional.empty();
  }

  /** The value of the attribute of that name in no namespace. */
  public Optional<String> value(String name) {
    return attribute(name).map(Attribute::value);
  }

  /** The element around this one; null for the root. */
  public Element parent() {
    return parent;
  }

  /** The start tag, or the whole of a self-closing element. */
  public Span startTag() {
    return new Span(start, startTagEnd);
  }

  /** The end tag; the same as the start tag of a self-closing element. */
  public Span endTag() {
    return new Span(endTagStart, end);
  }

  /** True for {@code <x/>}. */
  public boolean isSelfClosing() {
    return endTagStart == start;
  }

  @Override
  public Span span() {
    return new Span(start, end);
  }

  /** Everything inside but white space, in document order. */
  public List<Node> children() {
    return Collections.unmodifiableList(children);
  }

  /** The elements inside, in document order. */
  public List<Element> elements() {
    List<Element> found = new ArrayList<>(children.size());
    for (Node n : children) {
      if (n instanceof Element e) {
        found.add(e);
      }
    }
    return found;
  }

  /** The elements of that name, in no namespace. */
  public List<Element> elements(String name) {
    List<Element> found = List.of();
    for (Node n : children) {
      if (n instanceof Element e && e.is(name)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(e);
      }
    }
    return found;
  }

  /** The first element inside. */
  public Optional<Element> firstElement() {
    for (Node n : children) {
      if (n instanceof Element e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** The first element of that name, in no namespace. */
  public Optional<Element> child(String name) {
    for (Node n : children) {
      if (n instanceof Element e && e.is(name)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** Follows first elements of these names, in no namespace. */
  public Optional<Element> descend(String... names) {
    Optional<Element> at = Optional.of(this);
    for (String name : names) {
      at = at.flatMap(e -> e.child(name));
    }
    return at;
  }

  /** True if the last node read is an element: white space behind it is layout. */
  boolean endsWithElement() {
    return !children.isEmpty() && children.get(children.size() - 1) instanceof Element;
  }

  /** Returns the text directly inside, entities resolved, without surrounding white space. */
  public String text() {
    return XmlSpace.strip(rawText());
  }

  /** Returns the text directly inside, entities resolved, with all white space. */
  public String rawText() {
    return text.toString();
  }

  @Override
  public String toString() {
    return "<" + qualifiedName() + ">@" + start;
  }
}
