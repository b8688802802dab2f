package org.libvirtspm.translator.internal.undo;

import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;

/** Removes containers that are empty after an undo. */
final class Containers {

  private static final List<String> NAMES =
      List.of("metadata", "cpu", "devices", "commandline", "override");

  private Containers() {}

  /** Removes the containers that the translation created, if they are empty, and the namespace. */
  static void remove(Element root, TranslationRecord record, Editor editor) {
    for (Element e : containers(root)) {
      if (record.created(e.localName()) && isBare(e) && editor.isEmptied(e)) {
        editor.remove(e);
      }
    }
    if (record.declaredNamespace()) {
      root.attributes().stream()
          .filter(Attribute::declaresNamespace)
          .filter(a -> a.value().equals(Domain.QEMU) && !isUsed(a, root, editor))
          .findFirst()
          .ifPresent(editor::removeAttribute);
    }
  }

  private static boolean isBare(Element container) {
    return container.attributes().stream().allMatch(Attribute::declaresNamespace);
  }

  /** True if what remains below an element uses the declared prefix. */
  private static boolean isUsed(Attribute declaration, Element e, Editor editor) {
    String prefix = declaration.name().substring("xmlns:".length()) + ":";
    return e.elements().stream()
        .filter(c -> !editor.isRemoved(c))
        .filter(c -> c.attributes().stream().noneMatch(a -> a.name().equals(declaration.name())))
        .anyMatch(c -> uses(prefix, c) || isUsed(declaration, c, editor));
  }

  private static boolean uses(String prefix, Element e) {
    return e.qualifiedName().startsWith(prefix)
        || e.attributes().stream().anyMatch(a -> a.name().startsWith(prefix));
  }

  /** Writes containers that have become empty as libvirt does. */
  static void collapse(Element root, Editor editor) {
    for (Element e : containers(root)) {
      boolean hadContent = !e.isSelfClosing() && !e.children().isEmpty();
      if (hadContent && !editor.isRemoved(e) && editor.isEmptied(e)) {
        editor.collapse(e);
      }
    }
  }

  private static List<Element> containers(Element root) {
    List<Element> found = new ArrayList<>();
    for (Element e : root.elements()) {
      if (Domain.isOfLibvirt(e) && NAMES.contains(e.localName())) {
        found.add(e);
      }
    }
    return found;
  }
}
