package org.libvirtspm.translator.undo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.libvirtspm.translator.Problems;
import org.libvirtspm.translator.domain.NodeSet;
import org.libvirtspm.translator.plan.Paths;
import org.libvirtspm.translator.xml.Attribute;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.Editor;
import org.libvirtspm.translator.xml.Element;
import org.libvirtspm.translator.xml.Markup;

/**
 * Gives the cells of the native form their memory back. Apart from memory the cell in {@code
 * <cpu><numa>} counts, where libvirt reads it; where the declaration says something else about it,
 * nobody knows which is meant.
 */
final class NativeCells {

  private final Document document;
  private final Element declaration;
  private final Editor editor;
  private final Problems problems;

  NativeCells(Document document, Element declaration, Editor editor, Problems problems) {
    this.document = document;
    this.declaration = declaration;
    this.editor = editor;
    this.problems = problems;
  }

  void restore() {
    DeclaredCells.of(declaration).forEach(this::restore);
  }

  private void restore(Element declared) {
    String id = declared.value("id").orElse("");
    Optional<Element> live = Paths.find(document.root(), "cpu/numa/cell:" + id);
    if (live.isEmpty()) {
      document
          .root()
          .descend("cpu", "numa")
          .ifPresent(numa -> editor.append(numa, Markup.copy(document, declared)));
    } else if (sameButMemory(live.get(), declared)) {
      editor.replace(live.get(), Markup.copy(document, declared));
    } else {
      merge(live.get(), declared, id);
    }
  }

  private static boolean sameButMemory(Element live, Element declared) {
    Map<String, String> now = attributes(live);
    Map<String, String> then = attributes(declared);
    now.remove("memory");
    then.remove("memory");
    then.remove("spm");
    return now.equals(then) && sameContent(live, declared);
  }

  private static boolean sameContent(Element a, Element b) {
    List<Element> left = a.elements().filter(e -> !e.localName().equals("source")).toList();
    List<Element> right = b.elements().filter(e -> !e.localName().equals("source")).toList();
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
    checkCpus(live, declared, id);
    declared.elements("distances").stream()
        .flatMap(d -> d.elements("sibling").stream())
        .filter(s -> !hasSibling(live, s))
        .forEach(
            s ->
                contradiction(
                    live,
                    id,
                    "distance to cell "
                        + s.value("id").orElse("")
                        + " is not '"
                        + s.value("value").orElse("")
                        + "'"));
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
      contradiction(live, id, "cpus are not '" + declared.value("cpus").orElse("") + "'");
    }
  }

  private static boolean hasSibling(Element live, Element sibling) {
    return live.elements("distances").stream()
        .flatMap(d -> d.elements("sibling").stream())
        .anyMatch(
            s ->
                s.value("id").equals(sibling.value("id"))
                    && s.value("value").equals(sibling.value("value")));
  }

  private void contradiction(Element live, String id, String what) {
    problems.error(
        live,
        "cell "
            + id
            + ": its "
            + what
            + " as its declaration in <metadata> says: make both say the same");
  }
}
