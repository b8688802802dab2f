package org.libvirtspm.translator.undo;

import java.util.Optional;
import org.libvirtspm.translator.plan.Paths;
import org.libvirtspm.translator.xml.Editor;
import org.libvirtspm.translator.xml.Element;

/** Takes out what a translation added, by the pattern it left. */
final class Additions {

  private Additions() {}

  static void remove(Element root, Element entry, Editor editor) {
    Optional<Element> parent = Paths.find(root, entry.value("to").orElse("."));
    Optional<Element> pattern = entry.elements().findFirst();
    if (parent.isPresent() && pattern.isPresent()) {
      parent
          .get()
          .elements()
          .filter(e -> !editor.isRemoved(e) && matches(e, pattern.get()))
          .findFirst()
          .ifPresent(e -> takeOut(e, pattern.get(), editor));
    }
  }

  /** Of an element made for its children only those go, if others have come since. */
  private static void takeOut(Element e, Element pattern, Editor editor) {
    if (pattern.elements().findAny().isEmpty()
        || e.elements().count() == pattern.elements().count()) {
      editor.remove(e);
      return;
    }
    pattern
        .elements()
        .forEach(
            p -> e.elements().filter(c -> matches(c, p)).findFirst().ifPresent(editor::remove));
  }

  private static boolean matches(Element e, Element pattern) {
    return e.localName().equals(pattern.localName())
        && pattern.attributes().stream()
            .filter(a -> !a.declaresNamespace())
            .allMatch(a -> e.value(a.name()).filter(a.value()::equals).isPresent())
        && pattern.elements().allMatch(p -> e.elements().anyMatch(c -> matches(c, p)));
  }
}
