package org.libvirtspm.translator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.libvirtspm.translator.domain.BadValueException;
import org.libvirtspm.translator.domain.Declaration;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.domain.MemorySize;
import org.libvirtspm.translator.xml.Attribute;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.Element;
import org.libvirtspm.translator.xml.Node;

/**
 * Tells whether two documents mean the same to libvirt, however they are written: layout, the order
 * of elements, units of sizes and the addresses libvirt gives our devices make no difference.
 */
final class Equivalence {

  private static final Set<String> SIZES =
      Set.of("memory", "currentMemory", "maxMemory", "size", "alignsize", "pagesize");

  private static final Set<String> CONTAINERS = Set.of("memoryBacking", "numatune", "metadata");

  private static final Set<String> MEMORY = Set.of("id", "memory", "spm");

  /**
   * libvirt takes no document with these characters: no text in one looks like the end of another.
   */
  private static final String OPEN = "\1";

  private static final String NEXT = "\2";
  private static final String CLOSE = "\3";

  private Equivalence() {}

  static boolean same(Document a, Document b) {
    return same(a.root(), b.root());
  }

  /** Two elements are mostly written alike; only where they are not, their order is looked into. */
  private static boolean same(Element a, Element b) {
    if (!a.localName().equals(b.localName())
        || !a.namespace().equals(b.namespace())
        || !text(a).equals(text(b))
        || !sameAttributes(a, b)) {
      return false;
    }
    List<Element> inA = counted(a);
    List<Element> inB = counted(b);
    if (inA.size() != inB.size()) {
      return false;
    }
    for (int i = 0; i < inA.size(); i++) {
      if (!same(inA.get(i), inB.get(i))) {
        return !isOrdered(a)
            && sorted(inA.subList(i, inA.size())).equals(sorted(inB.subList(i, inB.size())));
      }
    }
    return true;
  }

  private static List<Element> counted(Element e) {
    List<Element> counted = new ArrayList<>();
    for (Node child : e.children()) {
      if (child instanceof Element c && counts(e, c)) {
        counted.add(c);
      }
    }
    return counted;
  }

  private static boolean isOrdered(Element e) {
    return e.is(Domain.QEMU, "commandline");
  }

  private static List<String> sorted(List<Element> elements) {
    List<String> canonical = canonical(elements);
    Collections.sort(canonical);
    return canonical;
  }

  private static List<String> canonical(List<Element> elements) {
    List<String> canonical = new ArrayList<>();
    for (Element e : elements) {
      List<Element> inside = counted(e);
      List<String> parts = new ArrayList<>(List.of(OPEN + e.namespace(), e.localName()));
      parts.addAll(attributes(e));
      parts.add(text(e));
      parts.addAll(isOrdered(e) ? canonical(inside) : sorted(inside));
      canonical.add(String.join(NEXT, parts) + CLOSE);
    }
    return canonical;
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

  private static boolean sameAttributes(Element a, Element b) {
    return areWrittenAlike(a.attributes(), b.attributes()) || attributes(a).equals(attributes(b));
  }

  private static boolean areWrittenAlike(List<Attribute> a, List<Attribute> b) {
    boolean alike = a.size() == b.size();
    for (int i = 0; alike && i < a.size(); i++) {
      alike =
          a.get(i).value().equals(b.get(i).value())
              && a.get(i).name().equals(b.get(i).name())
              && a.get(i).namespace().equals(b.get(i).namespace());
    }
    return alike;
  }

  private static List<String> attributes(Element e) {
    List<String> attributes = new ArrayList<>();
    for (Attribute a : e.attributes()) {
      if (counts(e, a)) {
        attributes.add(String.join(NEXT, a.namespace(), a.name(), value(e, a)));
      }
    }
    Collections.sort(attributes);
    return attributes;
  }

  private static boolean counts(Element e, Attribute a) {
    return !a.declaresNamespace()
        && !(a.name().equals("unit") && hasSize(e))
        && (!isShownElsewhere(e) || MEMORY.contains(a.name()));
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
    return SIZES.contains(e.localName()) && e.elements().findAny().isEmpty()
        ? kib(e.text(), e)
        : e.text();
  }

  private static String kib(String number, Element e) {
    try {
      return String.valueOf(MemorySize.kib(number, e.value("unit").orElse("")));
    } catch (BadValueException bad) {
      return number;
    }
  }
}
