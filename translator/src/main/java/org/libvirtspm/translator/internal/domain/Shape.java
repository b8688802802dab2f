package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Checks what an element of a cell is made of; libvirt would drop what it does not know. */
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

  /** How a message about the cell begins. */
  String cell() {
    return cell;
  }

  /** Reports attributes the element does not have. */
  void attributes(Element e, Set<String> known) {
    e.attributes().stream()
        .filter(a -> !a.declaresNamespace() && !known.contains(a.name()))
        .forEach(
            a ->
                problems.error(
                    a,
                    cell
                        + "unknown attribute '"
                        + a.name()
                        + "' of "
                        + tag(e)
                        + ": "
                        + Remedy.of("remove it")));
  }

  /** Reports elements that do not belong there, and text, which never does beside elements. */
  void elements(Element e, List<String> known) {
    e.elements()
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

  /** Reports all but text. */
  void leaf(Element e, Set<String> attributes) {
    attributes(e, attributes);
    elements(e, List.of());
  }

  /** Reports all but the first. */
  void once(List<Element> found) {
    found.stream()
        .skip(1)
        .forEach(
            e -> problems.error(e, cell + "a second " + tag(e) + ": " + Remedy.of("keep one")));
  }

  /** Reports a value that is none of those there are. */
  void oneOf(Element e, String name, List<String> values) {
    String value = e.value(name).orElse("");
    if (!values.contains(value)) {
      problems.error(
          e,
          name,
          cell
              + name
              + "='"
              + value
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
