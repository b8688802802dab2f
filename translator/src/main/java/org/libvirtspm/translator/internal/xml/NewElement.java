package org.libvirtspm.translator.internal.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Builder for an element in libvirt's layout. */
public final class NewElement implements Markup {

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Markup> children = new ArrayList<>();
  private String text = "";

  private NewElement(String name) {
    this.name = name;
  }

  /** Starts an element with a qualified name. */
  public static NewElement named(String name) {
    return new NewElement(name);
  }

  /** Adds an attribute. */
  public NewElement with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  /** Adds a child. */
  public NewElement with(Markup child) {
    children.add(child);
    return this;
  }

  /** Adds children. */
  public NewElement with(List<? extends Markup> more) {
    children.addAll(more);
    return this;
  }

  /** Sets the text. */
  public NewElement text(String content) {
    text = content;
    return this;
  }

  /** True if it has no children yet. */
  public boolean isEmpty() {
    return children.isEmpty();
  }

  @Override
  public String render(String indent, String step) {
    StringBuilder out = new StringBuilder("<").append(name);
    attributes.forEach(
        (k, v) -> out.append(' ').append(k).append("='").append(Escape.value(v)).append('\''));
    if (children.isEmpty() && text.isEmpty()) {
      return out.append("/>").toString();
    }
    out.append('>').append(Escape.text(text));
    if (!children.isEmpty()) {
      String inner = indent.isEmpty() ? "" : indent + step;
      out.append(Markup.lines(children, inner, step)).append(indent);
    }
    TooLongException.check(out);
    return out.append("</").append(name).append('>').toString();
  }
}
