package org.libvirtspm.translator.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.plan.DomainOrder;
import org.libvirtspm.translator.plan.Paths;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.Editor;
import org.libvirtspm.translator.xml.Element;
import org.libvirtspm.translator.xml.Markup;
import org.libvirtspm.translator.xml.NewElement;
import org.libvirtspm.translator.xml.Node;

/** Puts back what a translation took out, in its old place as far as that is still there. */
final class Removals {

  /** Where another of the name has come since, their children are joined. */
  private static final Set<String> SINGLE =
      Set.of("distances", "interconnects", "numatune", "hugepages");

  private final Document document;
  private final Element declaration;
  private final Editor editor;
  private final Map<String, NewElement> recreated = new LinkedHashMap<>();

  Removals(Document document, Element declaration, Editor editor) {
    this.document = document;
    this.declaration = declaration;
    this.editor = editor;
  }

  void restore(TranslationRecord record) {
    Map<String, List<Element>> byPlace = new LinkedHashMap<>();
    record.removals().stream()
        .sorted((a, b) -> Integer.compare(index(a), index(b)))
        .forEach(
            r ->
                byPlace
                    .computeIfAbsent(r.value("from").orElse("."), p -> new ArrayList<>())
                    .add(r));
    byPlace.forEach(this::restore);
  }

  private void restore(String place, List<Element> entries) {
    Optional<Element> parent = Paths.find(document.root(), place);
    int before = 0;
    for (Element entry : entries) {
      Optional<Element> content = content(entry);
      if (content.isEmpty()) {
        continue;
      }
      if (parent.isEmpty()) {
        recreate(place).with(Markup.copy(document, content.get()));
      } else {
        putBack(parent.get(), entry, index(entry) - before, content.get());
      }
      before++;
    }
  }

  private Optional<Element> content(Element entry) {
    return entry.value("cell").isPresent()
        ? DeclaredCells.withId(declaration, entry.value("cell").get())
        : entry.elements().findFirst();
  }

  private void putBack(Element parent, Element entry, int index, Element content) {
    Optional<Element> twin =
        SINGLE.contains(content.localName())
            ? parent.child(content.localName()).filter(t -> !editor.isRemoved(t))
            : Optional.empty();
    if (twin.isPresent()) {
      content.elements().forEach(c -> editor.append(twin.get(), Markup.copy(document, c)));
    } else {
      int at = liveIndex(parent, index);
      Markup copy = Markup.copy(document, content);
      entry
          .value("space")
          .ifPresentOrElse(
              space -> editor.insertInline(parent, at, space, copy),
              () -> editor.insert(parent, at, copy));
    }
  }

  /** The place counted without what the translation had added. */
  private int liveIndex(Element parent, int index) {
    int kept = 0;
    List<Node> children = parent.children();
    for (int i = 0; i < children.size(); i++) {
      if (kept == index) {
        return i;
      }
      if (!(children.get(i) instanceof Element e && editor.isRemoved(e))) {
        kept++;
      }
    }
    return children.size();
  }

  /** An element on the way to that place that libvirt has dropped since, being empty. */
  private NewElement recreate(String place) {
    NewElement known = recreated.get(place);
    if (known != null) {
      return known;
    }
    int slash = place.lastIndexOf('/');
    String above = slash < 0 ? "." : place.substring(0, slash);
    String name = place.substring(slash + 1).split(":", 2)[0];
    NewElement created = NewElement.named(name);
    recreated.put(place, created);
    Optional<Element> parent = Paths.find(document.root(), above);
    if (parent.isEmpty()) {
      recreate(above).with(created);
    } else if (parent.get() == document.root()) {
      editor.insert(parent.get(), DomainOrder.index(parent.get(), name), created);
    } else {
      editor.append(parent.get(), created);
    }
    return created;
  }

  private static int index(Element entry) {
    return Numerals.of(entry, "at");
  }
}
