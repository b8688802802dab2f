package org.libvirtspm.translator.internal.xml;

import java.util.List;
import java.util.Optional;

/** XML to be inserted; rendered when its place is known. */
@FunctionalInterface
public interface Markup {

  /**
   * Renders the text, without surrounding white space.
   *
   * @param indent line end and indentation in front of it; empty if all is on one line
   * @param step one more level of indentation
   */
  String render(String indent, String step);

  /** Copies an element; indentation is adapted to the new place. */
  static Markup copy(Document document, Element element) {
    return (indent, step) -> Reindent.copy(document, element, indent, "", Optional.empty());
  }

  /** Copies an element and adds a first attribute. */
  static Markup copyWith(Document document, Element element, String name, String value) {
    String attribute = " " + name + "='" + Escape.value(value) + "'";
    return (indent, step) -> Reindent.copy(document, element, indent, attribute, Optional.empty());
  }

  /** Copies an element without one of its attributes. */
  static Markup copyWithout(Document document, Element element, Attribute attribute) {
    return (indent, step) ->
        Reindent.copy(document, element, indent, "", Optional.of(attribute.span()));
  }

  /** Renders pieces in order, one per line. */
  static String lines(List<? extends Markup> pieces, String indent, String step) {
    StringBuilder out = new StringBuilder();
    for (Markup piece : pieces) {
      TooLongException.check(out.append(indent).append(piece.render(indent, step)));
    }
    return out.toString();
  }
}
