package org.libvirtspm.translator.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.Problems;
import org.libvirtspm.translator.xml.Element;

/** Checks what stands inside a cell, value by value, so that each mistake is shown where it is. */
final class CellContent {

  private static final Set<String> SOURCE = Set.of("path", "alignsize", "pagesize", "nodemask");

  private final Problems problems;
  private final String cell;

  CellContent(Problems problems, int id) {
    this.problems = problems;
    this.cell = "cell " + id + ": ";
  }

  /** Checks the {@code <source>}. */
  void checkSource(Element e) {
    List<Element> sources = Children.of(e, "source");
    once(sources, "source");
    if (!sources.isEmpty()) {
      Element s = sources.get(0);
      check(s);
      single(s, "path").ifPresent(this::path);
      single(s, "alignsize").ifPresent(this::size);
      single(s, "pagesize").ifPresent(this::size);
      single(s, "nodemask").ifPresent(this::nodemask);
    }
  }

  private void check(Element s) {
    attributes(s, Set.of());
    s.elements()
        .filter(c -> !SOURCE.contains(c.localName()) || !Children.sameNamespace(s, c))
        .forEach(
            c ->
                problems.error(
                    c,
                    cell
                        + "unknown element <"
                        + c.qualifiedName()
                        + "> in <source>: it takes path, alignsize, pagesize and nodemask"));
    text(s);
    if (s.elements().findAny().isEmpty()) {
      problems.error(s, cell + "<source> is empty: say where the memory comes from, or remove it");
    }
  }

  /** Reports attributes an element does not have; libvirt's and ours have no namespace. */
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
                        + "' of <"
                        + e.localName()
                        + ">: remove it"));
  }

  /** Reports text where there are only elements. */
  void text(Element e) {
    if (!e.text().isEmpty()) {
      problems.error(
          e,
          cell
              + "text '"
              + printable(e.text())
              + "' directly in <"
              + e.localName()
              + ">: remove it");
    }
  }

  /** Reports elements where there is only text. */
  private void leaf(Element e, Set<String> attributes) {
    attributes(e, attributes);
    e.elements()
        .forEach(
            c ->
                problems.error(
                    c,
                    cell
                        + "unknown element <"
                        + c.qualifiedName()
                        + "> in <"
                        + e.localName()
                        + ">: it takes only text"));
  }

  private Optional<Element> single(Element s, String name) {
    List<Element> found = Children.of(s, name);
    once(found, name);
    return found.stream().findFirst();
  }

  private void once(List<Element> found, String name) {
    found.stream()
        .skip(1)
        .forEach(e -> problems.error(e, cell + "a second <" + name + ">: keep one"));
  }

  private void path(Element e) {
    leaf(e, Set.of());
    String path = e.rawText();
    if (path.isBlank()) {
      problems.error(e, cell + "<path> is empty: name the device, for example /dev/dax0.0");
    } else if (path.chars().anyMatch(Character::isISOControl)) {
      problems.error(
          e, cell + "path '" + printable(path) + "' has a control character in it: remove it");
    } else if (!path.startsWith("/")) {
      problems.error(
          e, cell + "path '" + path + "' is not absolute: begin it with /, as in /dev/dax0.0");
    } else if (path.endsWith("/")) {
      problems.error(
          e, cell + "path '" + path + "' is a folder: name the device, for example /dev/dax0.0");
    }
  }

  private static String printable(String s) {
    StringBuilder out = new StringBuilder();
    s.chars()
        .forEach(
            c -> {
              if (Character.isISOControl(c)) {
                out.append(String.format("\\x%02x", c));
              } else {
                out.append((char) c);
              }
            });
    return out.toString();
  }

  private void size(Element e) {
    leaf(e, Set.of("unit"));
    String name = e.localName();
    try {
      if (MemorySize.kib(e.text(), e.value("unit").orElse("")) == 0) {
        problems.error(e, cell + name + " '0' is not a size: give one above 0 or remove it");
      }
    } catch (BadValueException bad) {
      problems.error(e, bad.isAboutUnit() ? "unit" : "", cell + name + " " + bad.getMessage());
    }
  }

  private void nodemask(Element e) {
    leaf(e, Set.of());
    try {
      NodeSet.parse(e.text());
    } catch (BadValueException bad) {
      problems.error(e, cell + "nodemask " + bad.getMessage());
    }
  }

  /** Checks the distances to other cells. */
  void checkDistances(Element e) {
    List<Element> distances = Children.of(e, "distances");
    once(distances, "distances");
    Set<Long> seen = new HashSet<>();
    for (Element sibling :
        distances.stream().flatMap(d -> Children.of(d, "sibling").stream()).toList()) {
      Optional<Long> other =
          Numbers.attribute(problems, sibling, "id", 0, CellReader.MAX_NODES - 1, cell + "sibling");
      if (other.isPresent() && !seen.add(other.get())) {
        problems.error(
            sibling, "id", cell + "a second distance to cell " + other.get() + ": keep one");
      }
      Numbers.attribute(problems, sibling, "value", 10, 255, cell + "distance");
    }
  }

  /** Checks the memory side caches. */
  void checkCaches(Element e) {
    Children.of(e, "cache").forEach(this::cache);
  }

  private void cache(Element e) {
    Numbers.attribute(problems, e, "level", 1, 3, cell + "cache");
    oneOf(e, "associativity", List.of("none", "direct", "full"));
    oneOf(e, "policy", List.of("none", "writeback", "writethrough"));
    length(e, "size", "KiB");
    length(e, "line", "B");
  }

  /** Reports a value that is none of those there are; a missing one only where it is needed. */
  private void oneOf(Element e, String name, List<String> values) {
    String value = e.value(name).orElse("");
    if (!values.contains(value)) {
      problems.error(
          e,
          name,
          cell + "cache " + name + "='" + value + "' is none of " + String.join(", ", values));
    }
  }

  private void length(Element cache, String name, String unit) {
    Optional<Element> e = Children.of(cache, name).stream().findFirst();
    if (e.isEmpty()) {
      problems.error(cache, cell + "cache has no <" + name + ">: add one");
      return;
    }
    Numbers.attribute(problems, e.get(), "value", 0, 0xFFFF_FFFFL, cell + "cache " + name);
    String given = e.get().value("unit").orElse(unit);
    if (!given.equalsIgnoreCase(unit)) {
      problems.warning(
          e.get(),
          cell
              + "libvirt ignores unit='"
              + given
              + "' of a cache's "
              + name
              + " and takes it for "
              + unit
              + ": write the number in "
              + unit);
    }
  }
}
