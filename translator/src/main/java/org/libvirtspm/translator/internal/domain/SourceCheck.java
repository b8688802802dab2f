package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Checks a {@code <source>} value by value, so that each problem has its exact place. */
final class SourceCheck {

  private static final List<String> CHILDREN = List.of("path", "alignsize", "pagesize", "nodemask");

  private final Problems problems;
  private final Shape shape;

  SourceCheck(Problems problems, Shape shape) {
    this.problems = problems;
    this.shape = shape;
  }

  void check(Element cell) {
    List<Element> sources = Children.of(cell, "source");
    shape.once(sources);
    sources.stream().findFirst().ifPresent(this::checkSource);
  }

  private void checkSource(Element s) {
    shape.attributes(s, Set.of());
    shape.elements(s, CHILDREN);
    if (s.elements().isEmpty()) {
      problems.error(
          s,
          shape.cell()
              + "<source> is empty: "
              + Remedy.of("say where the memory comes from, or remove it"));
    }
    single(s, "path").ifPresent(this::path);
    single(s, "alignsize").ifPresent(this::size);
    single(s, "pagesize").ifPresent(this::size);
    single(s, "nodemask").ifPresent(this::nodemask);
  }

  private Optional<Element> single(Element s, String name) {
    List<Element> found = Children.of(s, name);
    shape.once(found);
    return found.stream().findFirst();
  }

  private void path(Element e) {
    shape.leaf(e, Set.of());
    String path = e.rawText();
    String named = shape.cell() + "path '" + Printable.of(Excerpt.of(path)) + "' ";
    if (XmlSpace.isBlank(path)) {
      problems.error(
          e,
          shape.cell()
              + "<path> is empty: "
              + Remedy.of("name the device, for example /dev/dax0.0"));
    } else if (path.chars().anyMatch(Character::isISOControl)) {
      problems.error(e, named + "has a control character in it: " + Remedy.of("remove it"));
    } else if (!path.startsWith("/")) {
      problems.error(
          e, named + "is not absolute: " + Remedy.of("begin it with /, as in /dev/dax0.0"));
    } else if (path.endsWith("/")) {
      problems.error(
          e, named + "is a folder: " + Remedy.of("name the device, for example /dev/dax0.0"));
    }
  }

  private void size(Element e) {
    shape.leaf(e, Set.of("unit"));
    String name = shape.cell() + e.localName() + " ";
    try {
      if (MemorySize.kib(e.text(), e.value("unit").orElse("")) == 0) {
        problems.error(
            e, name + "'0' is not a size: " + Remedy.of("give one above 0 or remove it"));
      }
    } catch (BadValueException bad) {
      problems.error(e, bad.isAboutUnit() ? "unit" : "", name + bad.marked());
    }
  }

  private void nodemask(Element e) {
    shape.leaf(e, Set.of());
    try {
      NodeSet.parse(e.text());
    } catch (BadValueException bad) {
      problems.error(e, shape.cell() + "nodemask " + bad.marked());
    }
  }
}
