package org.libvirtspm.translator.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.libvirtspm.translator.Problems;
import org.libvirtspm.translator.xml.Element;

/** Reads what stands inside an SPM cell. */
final class CellContent {

  private static final Set<String> SOURCE = Set.of("path", "alignsize", "pagesize", "nodemask");

  private final Problems problems;
  private final String cell;

  CellContent(Problems problems, int id) {
    this.problems = problems;
    this.cell = "cell " + id + ": ";
  }

  /** The {@code <source>}, or {@link Source#NONE}. */
  Source source(Element e) {
    List<Element> sources = Children.of(e, "source");
    if (sources.isEmpty()) {
      return Source.NONE;
    }
    once(sources, "source");
    Element s = sources.get(0);
    check(s);
    return new Source(
        single(s, "path").flatMap(this::path),
        size(s, "alignsize"),
        size(s, "pagesize"),
        single(s, "nodemask").flatMap(this::nodemask));
  }

  private void check(Element s) {
    s.attributes().stream()
        .filter(a -> !a.declaresNamespace())
        .forEach(
            a ->
                problems.error(
                    a, cell + "unknown attribute '" + a.name() + "' of <source>: remove it"));
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
    if (s.elements().findAny().isEmpty()) {
      problems.error(s, cell + "<source> is empty: say where the memory comes from, or remove it");
    }
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

  private Optional<String> path(Element e) {
    String path = e.rawText();
    if (path.isBlank()) {
      problems.error(e, cell + "<path> is empty: name the device, for example /dev/dax0.0");
      return Optional.empty();
    }
    if (path.chars().anyMatch(Character::isISOControl)) {
      problems.error(
          e, cell + "path '" + printable(path) + "' has a control character in it: remove it");
      return Optional.empty();
    }
    if (!path.startsWith("/")) {
      problems.error(
          e, cell + "path '" + path + "' is not absolute: begin it with /, as in /dev/dax0.0");
      return Optional.empty();
    }
    return Optional.of(path);
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

  private OptionalLong size(Element s, String name) {
    Optional<Element> e = single(s, name);
    if (e.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      long kib = MemorySize.kib(e.get().text(), e.get().value("unit").orElse(""));
      if (kib > 0) {
        return OptionalLong.of(kib);
      }
      problems.error(e.get(), cell + name + " '0' is not a size: give one above 0 or remove it");
    } catch (BadValueException bad) {
      problems.error(e.get(), cell + name + " " + bad.getMessage());
    }
    return OptionalLong.empty();
  }

  private Optional<NodeSet> nodemask(Element e) {
    try {
      return Optional.of(NodeSet.parse(e.text()));
    } catch (BadValueException bad) {
      problems.error(e, cell + "nodemask " + bad.getMessage());
      return Optional.empty();
    }
  }

  /** A {@code <cache>}; empty, and problems reported, when it is not complete. */
  Optional<MemoryCache> cache(Element e) {
    Optional<Long> level = Numbers.attribute(problems, e, "level", 1, 3, cell + "cache");
    Optional<Long> size = length(e, "size", "KiB");
    Optional<Long> line = length(e, "line", "B");
    String associativity = e.value("associativity").orElse("");
    String policy = e.value("policy").orElse("");
    if (!Set.of("none", "direct", "full").contains(associativity)
        || !Set.of("none", "writeback", "writethrough").contains(policy)) {
      problems.error(
          e,
          cell
              + "cache associativity='"
              + associativity
              + "' policy='"
              + policy
              + "': libvirt knows none, direct and full, and none, writeback and writethrough");
      return Optional.empty();
    }
    if (level.isEmpty() || size.isEmpty() || line.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MemoryCache(level.get().intValue(), associativity, policy, size.get(), line.get()));
  }

  private Optional<Long> length(Element cache, String name, String unit) {
    Optional<Element> e = Children.of(cache, name).stream().findFirst();
    if (e.isEmpty()) {
      problems.error(cache, cell + "cache has no <" + name + ">: add one");
      return Optional.empty();
    }
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
    return Numbers.attribute(problems, e.get(), "value", 0, 0xFFFF_FFFFL, cell + "cache " + name);
  }
}
