package org.libvirtspm.translator.internal.undo;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Refuses users' additions inside elements that a translation created: undoing would remove them,
 * and their right place is not known.
 */
final class LaterAdditions {

  /**
   * Content that the translation and libvirt write in an element.
   *
   * @param attributes names without a namespace
   * @param children local names
   */
  private record Content(Set<String> attributes, Set<String> children) {}

  private static final Content NOTHING = new Content(Set.of(), Set.of());
  private static final Content SIZE = new Content(Set.of("unit", "value"), Set.of());

  private static final Map<String, Content> KNOWN =
      Map.ofEntries(
          Map.entry(
              "numa", new Content(Set.of("dialect", "form", "declared"), Set.of("cell", "undo"))),
          Map.entry(
              "memory",
              new Content(
                  Set.of("model", "access", "discard"),
                  Set.of("source", "target", "alias", "address"))),
          Map.entry(
              "source", new Content(Set.of(), Set.of("path", "alignsize", "pagesize", "nodemask"))),
          Map.entry("path", NOTHING),
          Map.entry("nodemask", NOTHING),
          Map.entry("alignsize", SIZE),
          Map.entry("pagesize", SIZE),
          Map.entry("target", new Content(Set.of(), Set.of("size", "node"))),
          Map.entry("size", SIZE),
          Map.entry("line", SIZE),
          Map.entry("node", NOTHING),
          Map.entry("alias", new Content(Set.of("name"), Set.of())),
          Map.entry("address", new Content(Set.of("type", "slot", "base"), Set.of())),
          Map.entry("devices", new Content(Set.of(), Set.of("memballoon"))),
          Map.entry("memballoon", new Content(Set.of("model"), Set.of("alias", "address"))),
          Map.entry("memoryBacking", new Content(Set.of(), Set.of("locked"))),
          Map.entry("locked", NOTHING),
          Map.entry(
              "cell",
              new Content(
                  Set.of("id", "cpus", "memory", "unit", "memAccess", "discard", "spm"),
                  Set.of("source", "distances", "cache"))),
          Map.entry("distances", new Content(Set.of(), Set.of("sibling"))),
          Map.entry("sibling", new Content(Set.of("id", "value"), Set.of())),
          Map.entry(
              "cache",
              new Content(Set.of("level", "associativity", "policy"), Set.of("size", "line"))),
          Map.entry("interconnects", new Content(Set.of(), Set.of("latency", "bandwidth"))),
          Map.entry(
              "latency",
              new Content(Set.of("initiator", "target", "cache", "type", "value"), Set.of())),
          Map.entry(
              "bandwidth",
              new Content(
                  Set.of("initiator", "target", "cache", "type", "value", "unit"), Set.of())),
          Map.entry("arg", new Content(Set.of("value"), Set.of())),
          Map.entry("device", new Content(Set.of("alias"), Set.of("frontend"))),
          Map.entry("frontend", new Content(Set.of(), Set.of("property"))),
          Map.entry("property", new Content(Set.of("name", "type", "value"), Set.of())));

  private static final Set<String> REPEATED =
      Set.of("cell", "cache", "sibling", "latency", "bandwidth", "property");

  /** Elements that may hold text. */
  private static final Set<String> TEXTS =
      Set.of("path", "alignsize", "pagesize", "nodemask", "size", "node");

  private final Problems problems;

  LaterAdditions(Problems problems) {
    this.problems = problems;
  }

  /** Refuses additions anywhere in an element that is about to be removed. */
  void refuse(Element generated) {
    refuseOn(generated);
    generated.elements().forEach(this::refuse);
  }

  /** Refuses additions to an element whose children are moved elsewhere. */
  void refuseOn(Element generated) {
    Content known = KNOWN.getOrDefault(generated.localName(), NOTHING);
    for (Attribute a : generated.attributes()) {
      if (!a.declaresNamespace() && !known.attributes().contains(a.name())) {
        refuse(a, generated);
      }
    }
    Set<String> seen = new HashSet<>();
    for (Element c : generated.elements()) {
      if (!isKnown(c, known, generated) || isSecond(c, seen) || isUsersAlias(c)) {
        problems.error(c, message(Excerpt.name(c), generated));
      }
    }
    if (!TEXTS.contains(generated.localName()) && !generated.text().isEmpty()) {
      problems.error(generated, message("text", generated));
    }
  }

  /**
   * True for a known child; in our declaration it may have its namespace or none, elsewhere its
   * parent's.
   */
  private static boolean isKnown(Element child, Content known, Element parent) {
    return known.children().contains(child.localName())
        && (child.namespace().equals(parent.namespace())
            || (child.namespace().isEmpty() && parent.is(Declaration.NAMESPACE, "numa")));
  }

  private static boolean isSecond(Element child, Set<String> seen) {
    return !REPEATED.contains(child.localName()) && !seen.add(child.localName());
  }

  /** True for an alias that is neither libvirt's nor of a device that a translation wrote. */
  private static boolean isUsersAlias(Element child) {
    String name = child.value("name").orElse("");
    return child.localName().equals("alias")
        && name.startsWith("ua-")
        && !name.startsWith("ua-spm");
  }

  /** Refuses all content of an element except the known children. */
  void refuseAllBut(Element generated, Predicate<Element> known) {
    generated.attributes().stream()
        .filter(a -> !a.declaresNamespace())
        .forEach(a -> refuse(a, generated));
    generated.elements().stream().filter(c -> !known.test(c)).forEach(this::refuseChild);
    if (!generated.text().isEmpty()) {
      problems.error(generated, message("text", generated));
    }
  }

  /** Refuses an added element. */
  void refuseChild(Element added) {
    problems.error(added, message(Excerpt.name(added), added.parent()));
  }

  /** Refuses an added attribute. */
  void refuse(Attribute a, Element generated) {
    problems.error(a, message(Excerpt.of(a.name()), generated));
  }

  private static String message(String what, Element generated) {
    return "'"
        + what
        + "' was added to <"
        + Excerpt.name(generated)
        + ">, which a translation made and takes out again: "
        + Remedy.of("put it elsewhere");
  }
}
