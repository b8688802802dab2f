package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * Output of a translation for a node that the document does not declare. Tools that drop or change
 * the metadata while copying a domain cause it.
 */
public final class UndeclaredTranslation {

  private static final Pattern ALIAS = Pattern.compile("ua-spm([0-9]+)");
  private static final Pattern DEVICE = Pattern.compile("sp-mem,id=ua-spm([0-9]+),.*");

  /**
   * A node with a dialect's mark, which is a word; vCPUs and initiators are numbers, and anybody
   * may give them.
   */
  private static final Pattern MARKED =
      Pattern.compile(
          "node,nodeid=[0-9]+(?:,initiator=[0-9]+)?,memdev=ram-node([0-9]+),[a-z-]+=[a-z-]+(?:,.*)?");

  private UndeclaredTranslation() {}

  /** Returns the first such element; empty if there is none. */
  static Optional<Element> in(Element root) {
    Set<String> declared = declared(root);
    return Stream.of(
            root.elements()
                .filter(e -> e.namespace().equals(Domain.QEMU))
                .flatMap(Element::elements),
            root.elements("devices").stream()
                .flatMap(d -> d.elements("memory").stream())
                .flatMap(m -> m.elements("alias").stream()))
        .flatMap(found -> found)
        .filter(e -> node(e).filter(n -> !declared.contains(n)).isPresent())
        .findFirst();
  }

  /** Refuses the document: undoing or repeating the translation would lose the node's memory. */
  public static void check(Element root, Problems problems) {
    in(root)
        .ifPresent(
            e ->
                problems.error(
                    e,
                    "this is of a translation whose declaration in <metadata> is gone: "
                        + Remedy.of(
                            "define the domain anew from its own XML, or restore its metadata")));
  }

  private static Set<String> declared(Element root) {
    return Declaration.metadata(root).stream()
        .flatMap(Element::elements)
        .filter(e -> e.localName().equals("cell"))
        .flatMap(e -> e.value("id").stream())
        .map(XmlSpace::strip)
        .collect(Collectors.toSet());
  }

  /** Returns the node that an element was written for. */
  private static Optional<String> node(Element e) {
    return switch (e.localName()) {
      case "arg" -> first(MARKED, e.value("value")).or(() -> first(DEVICE, e.value("value")));
      case "alias" -> first(ALIAS, e.value("name"));
      default -> first(ALIAS, e.value("alias"));
    };
  }

  private static Optional<String> first(Pattern pattern, Optional<String> value) {
    return value.map(pattern::matcher).filter(Matcher::matches).map(m -> m.group(1));
  }
}
