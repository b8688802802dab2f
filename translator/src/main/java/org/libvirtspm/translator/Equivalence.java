package org.libvirtspm.translator;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.translator.domain.BadValueException;
import org.libvirtspm.translator.domain.Declaration;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.domain.MemorySize;
import org.libvirtspm.translator.xml.Attribute;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.Element;

/**
 * Tells whether two documents mean the same to libvirt, however they are written: layout, the order
 * of elements, units of sizes and the addresses libvirt gives our devices make no difference.
 */
final class Equivalence {

  private static final Set<String> SIZES =
      Set.of("memory", "currentMemory", "maxMemory", "size", "alignsize", "pagesize");

  private static final Set<String> CONTAINERS = Set.of("memoryBacking", "numatune", "metadata");

  private static final Set<String> MEMORY = Set.of("id", "memory", "spm");

  private Equivalence() {}

  static boolean same(Document a, Document b) {
    return canonical(a.root()).equals(canonical(b.root()));
  }

  private static String canonical(Element e) {
    Stream<String> children = e.elements().filter(c -> counts(e, c)).map(Equivalence::canonical);
    List<String> parts = (e.is(Domain.QEMU, "commandline") ? children : children.sorted()).toList();
    return "{" + e.namespace() + "}" + e.localName() + attributes(e) + text(e) + parts;
  }

  private static boolean counts(Element parent, Element child) {
    boolean undo =
        parent.namespace().equals(Declaration.NAMESPACE) && child.localName().equals("undo");
    boolean address = child.is("address") && isCarrier(parent);
    boolean shown = isShownElsewhere(parent) && !child.localName().equals("source");
    return !undo && !address && !shown && !saysNothing(child);
  }

  /** libvirt drops containers that hold nothing. */
  private static boolean saysNothing(Element e) {
    return CONTAINERS.contains(e.localName())
        && e.attributes().isEmpty()
        && e.elements().findAny().isEmpty();
  }

  /** In the native form the cell in {@code <cpu><numa>} counts, but for what gives it memory. */
  private static boolean isShownElsewhere(Element e) {
    return e.localName().equals("cell")
        && e.parent().is(Declaration.NAMESPACE, "numa")
        && e.parent().value("form").filter("native"::equals).isPresent();
  }

  private static boolean isCarrier(Element e) {
    return e.is("memory")
        && e.child("alias")
            .flatMap(a -> a.value("name"))
            .filter(n -> n.matches("ua-spm[0-9]+"))
            .isPresent();
  }

  private static String attributes(Element e) {
    return e.attributes().stream()
        .filter(a -> !a.declaresNamespace())
        .filter(a -> !(a.name().equals("unit") && hasSize(e)))
        .filter(a -> !isShownElsewhere(e) || MEMORY.contains(a.name()))
        .map(a -> "|" + a.namespace() + "|" + a.name() + "=" + value(e, a))
        .sorted()
        .collect(Collectors.joining());
  }

  private static boolean hasSize(Element e) {
    return e.localName().equals("cell") || SIZES.contains(e.localName());
  }

  private static String value(Element e, Attribute a) {
    return e.localName().equals("cell") && a.name().equals("memory")
        ? kib(a.value(), e)
        : a.value();
  }

  private static String text(Element e) {
    return ">"
        + (SIZES.contains(e.localName()) && e.elements().findAny().isEmpty()
            ? kib(e.text(), e)
            : e.text());
  }

  private static String kib(String number, Element e) {
    try {
      return String.valueOf(MemorySize.kib(number, e.value("unit").orElse("")));
    } catch (BadValueException bad) {
      return number;
    }
  }
}
