package org.libvirtspm.translator.internal.undo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.plan.DomainOrder;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Markup;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.Node;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Restores what a translation removed, at its old place if that still exists. */
final class Removals {

  /** Elements whose children are merged with those of a namesake added since. */
  private static final Set<String> SINGLE =
      Set.of("distances", "interconnects", "numatune", "hugepages");

  /** Elements that are not put back beside a namesake: libvirt reads only one. */
  private static final Set<String> ONCE = Set.of("memballoon", "acpi", "alias", "target", "node");

  private final Document document;
  private final Editor editor;
  private final Paths paths;
  private final Gone gone;
  private final Problems problems;
  private final Map<String, Element> cells;
  private final TranslationRecord record;
  private final Map<String, NewElement> recreated = new LinkedHashMap<>();
  private final Map<String, Integer> topIndexes = new HashMap<>();

  Removals(
      Document document,
      Element declaration,
      TranslationRecord record,
      Editor editor,
      Paths paths,
      Gone gone,
      Problems problems) {
    this.document = document;
    this.record = record;
    this.editor = editor;
    this.paths = paths;
    this.gone = gone;
    this.problems = problems;
    this.cells = DeclaredCells.byId(declaration);
  }

  void restore() {
    Map<Element, List<Entry<Removed>>> byParent = new LinkedHashMap<>();
    record.removals().stream()
        .sorted((a, b) -> Integer.compare(index(a), index(b)))
        .forEach(r -> add(r, byParent));
    byParent.forEach(this::putBack);
  }

  private void add(Entry<Removed> entry, Map<Element, List<Entry<Removed>>> byParent) {
    String place = entry.said().getFrom();
    Optional<Element> parent = paths.find(document.root(), place);
    Optional<Element> content = content(entry);
    if (content.isEmpty()) {
      problems.error(
          entry.element(),
          "cell",
          "<undo> puts cell "
              + entry.said().getCell()
              + " back, which is not declared beside it: "
              + Remedy.of("restore the metadata"));
    } else if (parent.isPresent()) {
      byParent.computeIfAbsent(parent.get(), p -> new ArrayList<>()).add(entry);
    } else if (!gone.check(place, entry)) {
      recreate(place).with(markup(entry, content.get()));
    }
  }

  private Markup markup(Entry<Removed> entry, Element content) {
    return entry.said().getCell() != null
        ? DeclaredCells.markup(document, content, record)
        : Markup.copy(document, content);
  }

  private Optional<Element> content(Entry<Removed> entry) {
    Long cell = entry.said().getCell();
    return cell != null ? Optional.ofNullable(cells.get(cell.toString())) : entry.content();
  }

  private void putBack(Element parent, List<Entry<Removed>> entries) {
    int[] kept = kept(parent);
    Set<Element> done = new HashSet<>();
    int text = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry<Removed> entry = entries.get(i);
      Element content = content(entry).orElseThrow();
      boolean next = i > 0 && index(entries.get(i - 1)) + 1 == index(entry);
      text = (next ? text : 0) + text(entry);
      int place = Math.max(0, Math.min(index(entry) - i, kept.length - 1));
      if (done.add(content)) {
        putBack(parent, entry, kept[place], text, content);
      } else {
        problems.error(
            entry.element(),
            "cell",
            "<undo> puts a cell back twice: " + Remedy.of("restore the metadata"));
      }
    }
  }

  private void putBack(Element parent, Entry<Removed> entry, int at, int text, Element content) {
    String name = content.localName();
    Optional<Element> twin =
        SINGLE.contains(name) || ONCE.contains(name)
            ? paths.child(parent, name).filter(t -> !editor.isRemoved(t))
            : Optional.empty();
    if (twin.isPresent() && ONCE.contains(name)) {
      problems.error(
          twin.get(),
          "<"
              + name
              + "> was added or changed after the translation, and <undo> puts another one back: "
              + Remedy.of("undo that change, and make it in the extended XML"));
    } else if (twin.isPresent()
        && content.is("hugepages")
        && twin.get().elements("page").isEmpty()) {
      problems.error(
          twin.get(),
          "<hugepages> of the default size came after the translation, and the <page> that <undo> puts"
              + " back would end it: "
              + Remedy.of("give it a <page>"));
    } else if (twin.isPresent()) {
      content.elements().forEach(c -> editor.append(twin.get(), Markup.copy(document, c)));
    } else {
      editor.insertInText(parent, at, text, entry.said().getSpace(), markup(entry, content));
    }
  }

  /** Returns the indexes behind 0, 1, 2, … kept children; text does not count. */
  private int[] kept(Element parent) {
    List<Node> children = parent.children();
    int[] kept = new int[children.size() + 1];
    int count = 1;
    for (int i = 1; i <= children.size(); i++) {
      if (isKept(children.get(i - 1))) {
        kept[count++] = i;
      }
    }
    return Arrays.copyOf(kept, count);
  }

  private boolean isKept(Node n) {
    return !n.isText() && !(n instanceof Element e && editor.isRemoved(e));
  }

  /** Recreates an element on the path that libvirt dropped because it was empty. */
  private NewElement recreate(String place) {
    NewElement known = recreated.get(place);
    if (known != null) {
      return known;
    }
    int slash = place.lastIndexOf('/');
    String above = slash < 0 ? "." : place.substring(0, slash);
    String name = place.substring(slash + 1);
    NewElement created = NewElement.named(name);
    recreated.put(place, created);
    Optional<Element> parent = paths.find(document.root(), above);
    if (parent.isEmpty()) {
      recreate(above).with(created);
    } else if (parent.get() == document.root()) {
      int index = topIndexes.computeIfAbsent(name, n -> DomainOrder.index(document.root(), n));
      editor.insert(parent.get(), index, created);
    } else {
      editor.append(parent.get(), created);
    }
    return created;
  }

  private static int text(Entry<Removed> entry) {
    Long length = entry.said().getText();
    return length == null ? 0 : Math.toIntExact(length);
  }

  private static int index(Entry<Removed> entry) {
    return Math.toIntExact(entry.said().getAt());
  }
}
