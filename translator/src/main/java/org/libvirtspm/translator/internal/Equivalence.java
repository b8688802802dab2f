package org.libvirtspm.translator.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Node;

/**
 * Compares two documents by what they mean to libvirt. Layout, order of elements, units of sizes,
 * and the addresses that libvirt assigns to our devices do not count.
 */
public final class Equivalence {

  private static final Set<String> SIZES =
      Set.of("memory", "currentMemory", "maxMemory", "size", "alignsize", "pagesize");

  private static final Set<String> CONTAINERS = Set.of("memoryBacking", "numatune", "metadata");

  private static final Set<String> MEMORY = Set.of("id", "memory", "spm");

  /** Separator between texts: a character that XML does not allow, so no text can contain it. */
  private static final String NEXT = "\2";

  /** Numbers for compared elements: equivalent elements have the same number. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private Equivalence() {}

  /**
   * Compares in document order first, which is cheap; only where that differs, regardless of order.
   */
  public static boolean same(Document a, Document b) {
    Equivalence numbering = new Equivalence();
    return (areAlike(a.root(), b.root())
            || numbering.number(a.root()).equals(numbering.number(b.root())))
        && EffectiveDistances.of(a.root()).equals(EffectiveDistances.of(b.root()));
  }

  private static boolean areAlike(Element a, Element b) {
    if (!a.localName().equals(b.localName())
        || !a.namespace().equals(b.namespace())
        || !text(a).equals(text(b))
        || !sameAttributes(a, b)) {
      return false;
    }
    List<Element> inA = counted(a);
    List<Element> inB = counted(b);
    boolean alike = inA.size() == inB.size();
    for (int i = 0; alike && i < inA.size(); i++) {
      alike = areAlike(inA.get(i), inB.get(i));
    }
    return alike;
  }

  private Integer number(Element e) {
    List<Integer> inside = new ArrayList<>();
    counted(e).forEach(c -> inside.add(number(c)));
    if (!isOrdered(e)) {
      Collections.sort(inside);
    }
    List<String> parts = new ArrayList<>(List.of(e.namespace(), e.localName()));
    parts.addAll(attributes(e));
    parts.add(text(e));
    inside.forEach(i -> parts.add(i.toString()));
    return numbers.computeIfAbsent(String.join(NEXT, parts), k -> numbers.size());
  }

  private static List<Element> counted(Element e) {
    boolean carrier = GivenNames.isCarrier(e);
    boolean shown = isShownElsewhere(e);
    List<Element> counted = new ArrayList<>();
    for (Node child : e.children()) {
      if (child instanceof Element c
          && !(carrier && c.is("address"))
          && (!shown || c.localName().equals("source"))
          && !isRecord(e, c)
          && !EffectiveDistances.isSaidBy(c)
          && !saysNothing(c)) {
        counted.add(c);
      }
    }
    return counted;
  }

  private static boolean isOrdered(Element e) {
    return e.is(Domain.QEMU, "commandline");
  }

  private static boolean isRecord(Element parent, Element child) {
    return parent.namespace().equals(Declaration.NAMESPACE) && child.localName().equals("undo");
  }

  /** True for an empty container, which libvirt drops. */
  private static boolean saysNothing(Element e) {
    return CONTAINERS.contains(e.localName()) && e.attributes().isEmpty() && e.elements().isEmpty();
  }

  /**
   * True for a cell of the declaration in the native form: there only its memory counts, the rest
   * is read from {@code <cpu><numa>}.
   */
  private static boolean isShownElsewhere(Element e) {
    return e.localName().equals("cell")
        && e.parent().is(Declaration.NAMESPACE, "numa")
        && e.parent().value("form").filter(Form.NATIVE.word()::equals).isPresent();
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
    boolean shown = isShownElsewhere(e);
    List<String> attributes = new ArrayList<>();
    for (Attribute a : e.attributes()) {
      if (!a.declaresNamespace()
          && !(a.name().equals("unit") && hasSize(e))
          && (!shown || MEMORY.contains(a.name()))) {
        attributes.add(String.join(NEXT, a.namespace(), a.name(), value(e, a)));
      }
    }
    Collections.sort(attributes);
    return attributes;
  }

  /** True for an element whose {@code unit} belongs to a size, in its text or in {@code memory}. */
  public static boolean hasSize(Element e) {
    return e.localName().equals("cell") || SIZES.contains(e.localName());
  }

  private static String value(Element e, Attribute a) {
    return e.localName().equals("cell") && a.name().equals("memory")
        ? kib(a.value(), e)
        : a.value();
  }

  private static String text(Element e) {
    if (!e.elements().isEmpty()) {
      return e.text().replaceAll("[ \\t\\r\\n]+", "");
    }
    return SIZES.contains(e.localName()) ? kib(e.text(), e) : e.text();
  }

  private static String kib(String number, Element e) {
    String unit = e.value("unit").orElse("");
    try {
      return String.valueOf(MemorySize.kib(number, unit));
    } catch (BadValueException bad) {
      return number + NEXT + unit;
    }
  }
}
