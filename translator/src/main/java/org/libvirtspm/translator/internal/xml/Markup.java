package org.libvirtspm.translator.internal.xml;

import java.util.List;
import java.util.Optional;

/** XML to be inserted; rendered when its place is known. */
@FunctionalInterface
public interface Markup {

  /**
   * Writes the text, without surrounding white space.
   *
   * @param indent line end and indentation in front of it; empty if all is on one line
   * @param step one more level of indentation
   */
  void write(StringBuilder out, String indent, String step);

  /** Returns the text, without surrounding white space. */
  default String render(String indent, String step) {
    StringBuilder out = new StringBuilder();
    write(out, indent, step);
    return out.toString();
  }

  /** Copies an element; indentation is adapted to the new place. */
  static Markup copy(Document document, Element element) {
    return (out, indent, step) ->
        Reindent.copy(out, document, element, indent, "", Optional.empty());
  }

  /** Copies an element and adds a first attribute. */
  static Markup copyWith(Document document, Element element, String name, String value) {
    String attribute = " " + name + "='" + Escape.value(value) + "'";
    return (out, indent, step) ->
        Reindent.copy(out, document, element, indent, attribute, Optional.empty());
  }

  /** Copies an element without one of its attributes. */
  static Markup copyWithout(Document document, Element element, Attribute attribute) {
    return (out, indent, step) ->
        Reindent.copy(out, document, element, indent, "", Optional.of(attribute.span()));
  }

  /** Writes pieces in order, one per line. */
  static void lines(StringBuilder out, List<? extends Markup> pieces, String indent, String step) {
    for (Markup piece : pieces) {
      piece.write(out.append(indent), indent, step);
      TooLongException.check(out);
    }
  }
}
