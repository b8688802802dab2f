package org.libvirtspm.translator.internal.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Markup;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Restores the memory of cells in the native form. For all else the cell in {@code <cpu><numa>}
 * counts, which libvirt reads; a difference from the declaration is refused as ambiguous.
 */
final class NativeCells {

  private final Document document;
  private final Element declaration;
  private final Editor editor;
  private final Paths paths;
  private final Problems problems;
  private final TranslationRecord record;

  NativeCells(
      Document document,
      Element declaration,
      TranslationRecord record,
      Editor editor,
      Paths paths,
      Problems problems) {
    this.document = document;
    this.declaration = declaration;
    this.record = record;
    this.editor = editor;
    this.paths = paths;
    this.problems = problems;
  }

  void restore() {
    DeclaredCells.byId(declaration).forEach(this::restore);
  }

  private void restore(String id, Element declared) {
    Optional<Element> live = paths.find(document.root(), "cpu/numa/cell:" + id);
    if (live.isEmpty()) {
      document
          .root()
          .descend("cpu", "numa")
          .ifPresent(numa -> editor.append(numa, Markup.copy(document, declared)));
    } else if (sameButMemory(live.get(), declared)) {
      editor.replace(
          live.get(),
          live.get().attribute("id").isPresent()
              ? Markup.copy(document, declared)
              : DeclaredCells.markup(document, declared, record));
    } else {
      merge(live.get(), declared, id);
    }
  }

  private static boolean sameButMemory(Element live, Element declared) {
    Map<String, String> now = attributes(live);
    Map<String, String> then = attributes(declared);
    now.putIfAbsent("id", then.getOrDefault("id", ""));
    now.remove("memory");
    then.remove("memory");
    then.remove("spm");
    return now.equals(then) && sameContent(live, declared);
  }

  private static boolean sameContent(Element a, Element b) {
    List<Element> left =
        a.elements().stream().filter(e -> !e.localName().equals("source")).toList();
    List<Element> right =
        b.elements().stream().filter(e -> !e.localName().equals("source")).toList();
    boolean same = left.size() == right.size() && a.text().equals(b.text());
    for (int i = 0; same && i < left.size(); i++) {
      same =
          left.get(i).localName().equals(right.get(i).localName())
              && attributes(left.get(i)).equals(attributes(right.get(i)))
              && sameContent(left.get(i), right.get(i));
    }
    return same;
  }

  private static Map<String, String> attributes(Element e) {
    Map<String, String> map = new TreeMap<>();
    e.attributes().forEach(a -> map.put(a.name(), a.value()));
    return map;
  }

  private void merge(Element live, Element declared, String id) {
    new LaterAdditions(problems).refuse(declared);
    checkCpus(live, declared, id);
    checkBacking(live, declared, id);
    Set<String> now = siblings(live).map(NativeCells::distance).collect(Collectors.toSet());
    siblings(declared)
        .filter(s -> !now.contains(distance(s)))
        .forEach(s -> contradiction(live, id, "distance to cell " + Excerpt.of(distance(s))));
    set(live, "memory", declared.value("memory").orElse(""));
    declared.value("unit").ifPresent(u -> set(live, "unit", u));
    if (declared.attribute("unit").isEmpty() && live.attribute("unit").isPresent()) {
      set(live, "unit", "KiB");
    }
    editor.addAttribute(live, "spm", "on");
    declared.child("source").ifPresent(s -> editor.insert(live, 0, Markup.copy(document, s)));
  }

  private void set(Element e, String name, String value) {
    Optional<Attribute> there = e.attribute(name);
    there.ifPresentOrElse(
        a -> editor.setValue(a, value), () -> editor.addAttribute(e, name, value));
  }

  private void checkCpus(Element live, Element declared, String id) {
    Optional<NodeSet> now = NodeSet.in(live.attribute("cpus"));
    Optional<NodeSet> then = NodeSet.in(declared.attribute("cpus"));
    if (!now.equals(then)) {
      contradiction(
          live, id, "cpus are not '" + Excerpt.of(declared.value("cpus").orElse("")) + "'");
    }
  }

  private void checkBacking(Element live, Element declared, String id) {
    for (String name : List.of("memAccess", "discard")) {
      declared
          .value(name)
          .filter(then -> live.value(name).filter(then::equals).isEmpty())
          .ifPresent(then -> contradiction(live, id, name + " is not '" + Excerpt.of(then) + "'"));
    }
    Set<String> now = caches(live).map(NativeCells::cache).collect(Collectors.toSet());
    caches(declared)
        .filter(c -> !now.contains(cache(c)))
        .forEach(c -> contradiction(live, id, "cache of level " + level(c) + " is not"));
  }

  private static Stream<Element> caches(Element cell) {
    return cell.elements().stream().filter(e -> e.localName().equals("cache"));
  }

  private static String level(Element cache) {
    return Excerpt.of(cache.value("level").orElse(""));
  }

  /** What libvirt reads of a cache, which has no units. */
  private static String cache(Element cache) {
    List<String> said = new ArrayList<>();
    for (String name : List.of("level", "associativity", "policy")) {
      said.add(cache.value(name).orElse(""));
    }
    for (String name : List.of("size", "line")) {
      said.add(
          cache.elements().stream()
              .filter(e -> e.localName().equals(name))
              .findFirst()
              .flatMap(e -> e.value("value"))
              .orElse(""));
    }
    return String.join(" ", said);
  }

  private static Stream<Element> siblings(Element cell) {
    return cell.elements("distances").stream().flatMap(d -> d.elements("sibling").stream());
  }

  private static String distance(Element sibling) {
    return sibling.value("id").orElse("") + " is not '" + sibling.value("value").orElse("") + "'";
  }

  private void contradiction(Element live, String id, String what) {
    problems.setNode(live, id);
    problems.error(
        live,
        "cell "
            + Excerpt.of(id)
            + ": its "
            + what
            + " as its declaration in <metadata> says: "
            + Remedy.of("make both say the same"));
  }
}
