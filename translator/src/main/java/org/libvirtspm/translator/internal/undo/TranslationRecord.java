package org.libvirtspm.translator.internal.undo;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.step.KeepDeclaration;
import org.libvirtspm.translator.internal.step.WriteTopology;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * What a translation wrote down about itself.
 *
 * @param element our {@code <undo>}; absent when there was nothing to write down
 * @param created names of what the translation made
 */
record TranslationRecord(Optional<Element> element, Set<String> created) {

  static TranslationRecord of(Element declaration) {
    Optional<Element> undo =
        declaration.elements().filter(e -> e.localName().equals("undo")).findFirst();
    String names = undo.flatMap(e -> e.value("created")).orElse("");
    return new TranslationRecord(undo, new HashSet<>(Arrays.asList(names.split("\\s+"))));
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

  /** Refuses what no translation writes down. */
  void check(Problems problems) {
    element.ifPresent(e -> new RecordGrammar(problems).check(e));
    checkPlaces(problems);
  }

  /** Refuses places that are too deep or none: what is put back there gets their names. */
  private void checkPlaces(Problems problems) {
    for (String name : List.of("from", "to", "at")) {
      element.stream()
          .flatMap(Element::elements)
          .filter(e -> e.value(name).filter(p -> !Paths.isPlace(p)).isPresent())
          .forEach(
              e ->
                  problems.error(
                      e, name, name + " in <undo> is no place in a domain: restore the metadata"));
    }
  }

  /** True when the translation made that container. */
  boolean created(String name) {
    return created.contains(name);
  }

  /** True when the translation gave a cell that id, which had none. */
  boolean gaveId(String id) {
    return created(KeepDeclaration.GIVEN_ID + id);
  }

  /** True when the domain had no {@code <numa>}, and the translation made it. */
  boolean madeTopology() {
    return created(WriteTopology.CREATED);
  }

  /** True when the translation declared libvirt's QEMU namespace. */
  boolean declaredNamespace() {
    return created.stream().anyMatch(n -> n.startsWith("xmlns:"));
  }
}
