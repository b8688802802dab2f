package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Reports unknown attributes and elements in the elements of a cell, which libvirt would drop. */
final class Shape {

  private final Problems problems;
  private final String cell;

  Shape(Problems problems, int id) {
    this(problems, "cell " + id + ": ");
  }

  Shape(Problems problems, String prefix) {
    this.problems = problems;
    this.cell = prefix;
  }

  /** Returns the prefix of messages about the cell. */
  String cell() {
    return cell;
  }

  /** Reports unknown attributes. */
  void attributes(Element e, Set<String> known) {
    e.attributes().stream()
        .filter(a -> !a.declaresNamespace() && !known.contains(a.name()))
        .forEach(
            a ->
                problems.error(
                    a,
                    cell
                        + "unknown attribute '"
                        + Excerpt.of(a.name())
                        + "' of "
                        + tag(e)
                        + ": "
                        + Remedy.of("remove it")));
  }

  /** Reports unknown elements, and text beside elements. */
  void elements(Element e, List<String> known) {
    e.elements().stream()
        .filter(c -> !known.contains(c.localName()) || !Children.sameNamespace(e, c))
        .forEach(
            c ->
                problems.error(
                    c,
                    cell
                        + "unknown element "
                        + tag(c)
                        + " in "
                        + tag(e)
                        + ": it takes "
                        + (known.isEmpty() ? "only text" : String.join(", ", known))));
    if (!known.isEmpty() && !e.text().isEmpty()) {
      problems.error(
          e,
          cell
              + "text '"
              + Printable.of(Excerpt.of(e.text()))
              + "' directly in "
              + tag(e)
              + ": "
              + Remedy.of("remove it"));
    }
  }

  /** Reports everything in an element that should contain only text. */
  void leaf(Element e, Set<String> attributes) {
    attributes(e, attributes);
    elements(e, List.of());
  }

  /** Reports all elements but the first. */
  void once(List<Element> found) {
    found.stream()
        .skip(1)
        .forEach(
            e -> problems.error(e, cell + "a second " + tag(e) + ": " + Remedy.of("keep one")));
  }

  /** Reports an attribute value outside a list. */
  void oneOf(Element e, String name, List<String> values) {
    String value = e.value(name).orElse("");
    if (!values.contains(value)) {
      problems.error(
          e,
          name,
          cell
              + name
              + "='"
              + Excerpt.of(value)
              + "' of "
              + tag(e)
              + ": "
              + Remedy.of("use " + String.join(" or ", values)));
    }
  }

  private static String tag(Element e) {
    return "<" + Excerpt.name(e) + ">";
  }
}
