package org.libvirtspm.translator.internal.undo;

import java.util.Map;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;

/** What a record of a translation is made of: anything else in it is not carried out. */
final class RecordGrammar {

  /**
   * An entry of a record.
   *
   * @param needed its attributes
   * @param allowed attributes that it may have besides
   * @param holdsElement whether it holds an element
   */
  private record Entry(Set<String> needed, Set<String> allowed, boolean holdsElement) {

    boolean knows(Attribute a) {
      return a.declaresNamespace() || needed.contains(a.name()) || allowed.contains(a.name());
    }
  }

  private static final Map<String, Entry> ENTRIES =
      Map.of(
          "removed", new Entry(Set.of("from", "at"), Set.of("cell", "text", "space"), true),
          "added", new Entry(Set.of("to"), Set.of(), true),
          "resized", new Entry(Set.of("wrote", "spm"), Set.of(), true),
          "changed", new Entry(Set.of("at", "index", "was"), Set.of("now"), false));

  private static final Set<String> CREATED = Set.of("created");

  private final Problems problems;

  RecordGrammar(Problems problems) {
    this.problems = problems;
  }

  void check(Element undo) {
    undo.attributes().stream()
        .filter(a -> !a.declaresNamespace() && !CREATED.contains(a.name()))
        .forEach(a -> refuse(undo, Excerpt.of(a.name()) + "='" + Excerpt.of(a.value()) + "'"));
    if (!undo.text().isEmpty()) {
      refuse(undo, "text");
    }
    undo.elements().forEach(this::entry);
  }

  private void entry(Element e) {
    Entry entry = ENTRIES.get(e.localName());
    if (entry == null || !(e.namespace().isEmpty() || isOurs(e))) {
      refuse(e, "<" + Excerpt.name(e) + ">");
      return;
    }
    e.attributes().stream()
        .filter(a -> !entry.knows(a))
        .forEach(a -> refuse(e, Excerpt.of(a.name()) + "='" + Excerpt.of(a.value()) + "'"));
    boolean whole = entry.needed().stream().allMatch(n -> e.attribute(n).isPresent());
    boolean holds = entry.holdsElement() && e.attribute("cell").isEmpty();
    if (!whole || !e.text().isEmpty() || e.elements().count() != (holds ? 1 : 0)) {
      refuse(e, "<" + Excerpt.name(e) + "> as it stands here");
    }
  }

  private static boolean isOurs(Element e) {
    return e.namespace().equals(Declaration.NAMESPACE);
  }

  private void refuse(Element at, String what) {
    problems.error(
        at, what + " in <undo> is nothing that a translation writes: restore the metadata");
  }
}
