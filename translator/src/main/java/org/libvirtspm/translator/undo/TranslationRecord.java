package org.libvirtspm.translator.undo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.xml.Element;

/**
 * What a translation wrote down about itself.
 *
 * @param element our {@code <undo>}; absent when there was nothing to write down
 */
record TranslationRecord(Optional<Element> element) {

  static TranslationRecord of(Element declaration) {
    return new TranslationRecord(
        declaration.elements().filter(e -> e.localName().equals("undo")).findFirst());
  }

  /** Entries of that name, in the order they were written. */
  private List<Element> entries(String name) {
    return element.stream()
        .flatMap(Element::elements)
        .filter(e -> e.localName().equals(name))
        .toList();
  }

  List<Element> additions() {
    return entries("added");
  }

  List<Element> removals() {
    return entries("removed");
  }

  List<Element> sizes() {
    return entries("resized");
  }

  List<Element> changes() {
    return entries("changed");
  }

  /** True when the translation made that container. */
  boolean created(String name) {
    return createdNames().contains(name);
  }

  /** True when the translation declared libvirt's QEMU namespace. */
  boolean declaredNamespace() {
    return createdNames().stream().anyMatch(n -> n.startsWith("xmlns:"));
  }

  private List<String> createdNames() {
    String names = element.flatMap(e -> e.value("created")).orElse("");
    return Arrays.asList(names.split("\\s+"));
  }
}
