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
  public void write(StringBuilder out, String indent, String step) {
    out.append('<').append(name);
    for (Map.Entry<String, String> a : attributes.entrySet()) {
      out.append(' ').append(a.getKey()).append("='");
      out.append(Escape.value(a.getValue())).append('\'');
    }
    if (children.isEmpty() && text.isEmpty()) {
      out.append("/>");
      return;
    }
    out.append('>').append(Escape.text(text));
    if (!children.isEmpty()) {
      String inner = indent.isEmpty() ? "" : indent + step;
      Markup.lines(out, children, inner, step);
      out.append(indent);
    }
    TooLongException.check(out);
    out.append("</").append(name).append('>');
  }
}
