package org.libvirtspm.translator.internal.undo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Cells in {@code <cpu><numa>} that a translation made from the metadata (native form). Undoing
 * removes them, so additions to them are refused.
 */
final class MadeCells {

  private final Element root;
  private final Map<String, Element> declared;
  private final Paths paths;
  private final Problems problems;
  private final Map<String, Map<String, List<String>>> distances = new HashMap<>();

  MadeCells(Element root, Element declaration, Paths paths, Problems problems) {
    this.root = root;
    this.declared = DeclaredCells.byId(declaration);
    this.paths = paths;
    this.problems = problems;
  }

  void check(TranslationRecord record) {
    record.additions().stream()
        .flatMap(a -> a.element().elements("cell").stream())
        .flatMap(c -> c.value("id").stream())
        .filter(declared::containsKey)
        .distinct()
        .forEach(id -> cell(id).ifPresent(live -> check(live, Optional.of(declared.get(id)), id)));
    if (record.madeTopology()) {
      cell("0").ifPresent(live -> check(live, Optional.empty(), "0"));
    }
  }

  private Optional<Element> cell(String id) {
    return paths.find(root, "cpu/numa/cell:" + id);
  }

  /** Checks a cell; one that is not declared belongs to a domain without cells. */
  private void check(Element live, Optional<Element> declaration, String id) {
    List.of("cpus", "memAccess", "discard").stream()
        .filter(a -> !(declaration.isEmpty() && a.equals("cpus")))
        .filter(a -> declaration.flatMap(d -> d.attribute(a)).isEmpty())
        .filter(a -> live.attribute(a).isPresent())
        .forEach(a -> refuse(live, id, a));
    added(caches(live), declaration.map(MadeCells::caches).orElse(List.of()), "level")
        .forEach(c -> refuse(c, id, "cache of level '" + said(c, "level") + "'"));
    added(siblings(live), declaration.map(MadeCells::siblings).orElse(List.of()), "id")
        .filter(s -> !isMirrored(s, id))
        .forEach(s -> refuse(s, id, "distance to cell '" + said(s, "id") + "'"));
  }

  /** Children whose key the declaration lacks, and repetitions of a key. */
  private static Stream<Element> added(List<Element> now, List<Element> then, String key) {
    Function<Element, String> value = e -> e.value(key).orElse("");
    Set<String> known = new HashSet<>(then.stream().map(value).toList());
    Set<String> seen = new HashSet<>();
    return now.stream().filter(e -> !seen.add(value.apply(e)) || !known.contains(value.apply(e)));
  }

  /** True if libvirt mirrored the distance of the other cell. */
  private boolean isMirrored(Element sibling, String id) {
    String other = sibling.value("id").orElse("");
    return distances(id).getOrDefault(other, List.of()).size() == 1
        && distances(other).getOrDefault(id, List.of()).contains(value(sibling));
  }

  /** Returns the distances by other cell, computed once. */
  private Map<String, List<String>> distances(String id) {
    return distances.computeIfAbsent(
        id,
        i ->
            cell(i).stream()
                .flatMap(c -> siblings(c).stream())
                .collect(
                    Collectors.groupingBy(
                        s -> s.value("id").orElse(""),
                        Collectors.mapping(MadeCells::value, Collectors.toList()))));
  }

  private static String value(Element sibling) {
    return sibling.value("value").orElse("");
  }

  private static List<Element> caches(Element cell) {
    return named(cell.elements().stream(), "cache").toList();
  }

  private static List<Element> siblings(Element cell) {
    return named(cell.elements().stream(), "distances")
        .flatMap(d -> named(d.elements().stream(), "sibling"))
        .toList();
  }

  private static Stream<Element> named(Stream<Element> elements, String name) {
    return elements.filter(e -> e.localName().equals(name));
  }

  private static String said(Element e, String attribute) {
    return Excerpt.of(e.value(attribute).orElse(""));
  }

  private void refuse(Element at, String id, String what) {
    problems.setNode(at, id);
    problems.error(
        at,
        "cell "
            + Excerpt.of(id)
            + ": "
            + what
            + " was added to what a translation made from the metadata: "
            + Remedy.of("declare it there"));
  }
}
