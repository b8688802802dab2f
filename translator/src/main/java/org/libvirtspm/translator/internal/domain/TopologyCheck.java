package org.libvirtspm.translator.internal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Checks the distances and caches of a cell. */
final class TopologyCheck {

  private static final long MAX_LENGTH = 0xFFFF_FFFFL;

  private final Problems problems;
  private final Shape shape;

  TopologyCheck(Problems problems, Shape shape) {
    this.problems = problems;
    this.shape = shape;
  }

  void check(Element cell) {
    List<Element> distances = Children.of(cell, "distances");
    shape.once(distances);
    Set<Long> seen = new HashSet<>();
    distances.stream()
        .flatMap(d -> Children.of(d, "sibling").stream())
        .forEach(s -> sibling(s, seen));
    Children.of(cell, "cache").forEach(this::cache);
  }

  /** Reports unknown content of an SPM cell, which the translation rewrites. */
  void checkContents(Element cell) {
    for (Element distances : Children.of(cell, "distances")) {
      shape.attributes(distances, Set.of());
      shape.elements(distances, List.of("sibling"));
      Children.of(distances, "sibling").forEach(s -> shape.leaf(s, Set.of("id", "value")));
    }
    for (Element cache : Children.of(cell, "cache")) {
      shape.attributes(cache, Set.of("level", "associativity", "policy"));
      shape.elements(cache, List.of("size", "line"));
      Children.of(cache, "size").forEach(s -> shape.leaf(s, Set.of("value", "unit")));
      Children.of(cache, "line").forEach(s -> shape.leaf(s, Set.of("value", "unit")));
    }
  }

  private void sibling(Element e, Set<Long> seen) {
    Optional<Long> other =
        Numbers.attribute(problems, e, "id", 0, CellReader.MAX_NODES - 1, shape.cell() + "sibling");
    if (other.isPresent() && !seen.add(other.get())) {
      problems.error(
          e,
          "id",
          shape.cell() + "a second distance to cell " + other.get() + ": " + Remedy.of("keep one"));
    }
    Numbers.attribute(problems, e, "value", 10, 255, shape.cell() + "distance");
  }

  private void cache(Element e) {
    Numbers.attribute(problems, e, "level", 1, 3, shape.cell() + "cache");
    shape.oneOf(e, "associativity", List.of("none", "direct", "full"));
    shape.oneOf(e, "policy", List.of("none", "writeback", "writethrough"));
    length(e, "size", "KiB");
    length(e, "line", "B");
  }

  private void length(Element cache, String name, String unit) {
    List<Element> found = Children.of(cache, name);
    shape.once(found);
    Optional<Element> e = found.stream().findFirst();
    if (e.isEmpty()) {
      problems.error(cache, shape.cell() + "cache has no <" + name + ">: " + Remedy.of("add one"));
      return;
    }
    String what = shape.cell() + "cache " + name;
    Numbers.attribute(problems, e.get(), "value", 0, MAX_LENGTH, what);
    String given = e.get().value("unit").orElse(unit);
    if (!given.equalsIgnoreCase(unit)) {
      problems.warning(
          e.get(),
          what
              + " unit='"
              + Excerpt.of(given)
              + "' is ignored by libvirt, which takes the number for "
              + unit
              + ": "
              + Remedy.of("write it in " + unit));
    }
  }
}
