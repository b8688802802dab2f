package org.libvirtspm.translator.undo;

import java.util.List;
import java.util.stream.Stream;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.xml.Attribute;
import org.libvirtspm.translator.xml.Editor;
import org.libvirtspm.translator.xml.Element;

/** Clears up around what has been taken out. */
final class Containers {

  private static final List<String> NAMES =
      List.of("metadata", "devices", "commandline", "override");

  private Containers() {}

  /** Removes containers the translation made, if they are empty again, and the namespace. */
  static void remove(Element root, TranslationRecord record, Editor editor) {
    containers(root)
        .filter(e -> record.created(e.localName()) && editor.isEmptied(e))
        .forEach(editor::remove);
    if (record.declaredNamespace() && !usesNamespace(root, editor)) {
      root.attributes().stream()
          .filter(Attribute::declaresNamespace)
          .filter(a -> a.value().equals(Domain.QEMU))
          .findFirst()
          .ifPresent(editor::removeAttribute);
    }
  }

  private static boolean usesNamespace(Element root, Editor editor) {
    return root.elements().anyMatch(e -> e.namespace().equals(Domain.QEMU) && !editor.isRemoved(e));
  }

  /** Writes containers that are empty now the way libvirt does. */
  static void collapse(Element root, Editor editor) {
    containers(root)
        .filter(e -> !e.isSelfClosing() && !e.children().isEmpty())
        .filter(e -> !editor.isRemoved(e) && editor.isEmptied(e))
        .forEach(editor::collapse);
  }

  private static Stream<Element> containers(Element root) {
    return root.elements()
        .filter(e -> e.namespace().isEmpty() || e.namespace().equals(Domain.QEMU))
        .filter(e -> NAMES.contains(e.localName()));
  }
}
