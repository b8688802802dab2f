package org.libvirtspm.translator.internal.xml;

import java.util.List;
import java.util.Optional;

/** XML to be written: it is told where it stands, and answers with text. */
@FunctionalInterface
public interface Markup {

  /**
   * The text, without white space in front of or behind it.
   *
   * @param indent the line end and indentation in front of it; empty where everything stands on one
   *     line
   * @param step one more level of indentation
   */
  String render(String indent, String step);

  /** The same element in another place, its indentation moved along. */
  static Markup copy(Document document, Element element) {
    return (indent, step) -> Reindent.copy(document, element, indent, "", Optional.empty());
  }

  /** The same element with one attribute more, which comes first. */
  static Markup copyWith(Document document, Element element, String name, String value) {
    String attribute = " " + name + "='" + Escape.value(value) + "'";
    return (indent, step) -> Reindent.copy(document, element, indent, attribute, Optional.empty());
  }

  /** The same element without one of its attributes. */
  static Markup copyWithout(Document document, Element element, Attribute attribute) {
    return (indent, step) ->
        Reindent.copy(document, element, indent, "", Optional.of(attribute.span()));
  }

  /** Pieces rendered one after the other, each on a line of its own. */
  static String lines(List<? extends Markup> pieces, String indent, String step) {
    StringBuilder out = new StringBuilder();
    pieces.forEach(p -> out.append(indent).append(p.render(indent, step)));
    return out.toString();
  }
}
