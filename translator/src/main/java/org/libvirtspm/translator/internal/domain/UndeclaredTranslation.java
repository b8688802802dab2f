package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    List<Element> candidates = candidates(root);
    if (candidates.isEmpty()) {
      return Optional.empty();
    }
    Set<String> declared = declared(root);
    for (Element e : candidates) {
      Optional<String> node = node(e);
      if (node.isPresent() && !declared.contains(node.get())) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** Returns the arguments, overrides and aliases, among which a translation's are. */
  private static List<Element> candidates(Element root) {
    List<Element> found = new ArrayList<>();
    for (Element block : root.elements()) {
      if (block.namespace().equals(Domain.QEMU)) {
        found.addAll(block.elements());
      }
    }
    for (Element devices : root.elements("devices")) {
      for (Element memory : devices.elements("memory")) {
        found.addAll(memory.elements("alias"));
      }
    }
    return found;
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
    Set<String> ids = new HashSet<>();
    Optional<Element> declaration = Declaration.metadata(root);
    if (declaration.isPresent()) {
      for (Element e : declaration.get().elements()) {
        Optional<String> id = e.localName().equals("cell") ? e.value("id") : Optional.empty();
        id.ifPresent(number -> ids.add(XmlSpace.strip(number)));
      }
    }
    return ids;
  }

  /** Returns the node that an element was written for. */
  private static Optional<String> node(Element e) {
    return switch (e.localName()) {
      case "arg" -> ofArgument(e.value("value").orElse(""));
      case "alias" -> first(ALIAS, e.value("name").orElse(""));
      default -> first(ALIAS, e.value("alias").orElse(""));
    };
  }

  /** Most arguments are of neither kind: a pattern costs more than their beginning. */
  private static Optional<String> ofArgument(String value) {
    if (value.startsWith("node,")) {
      return first(MARKED, value);
    }
    return value.startsWith("sp-mem,") ? first(DEVICE, value) : Optional.empty();
  }

  private static Optional<String> first(Pattern pattern, String value) {
    Matcher m = pattern.matcher(value);
    return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
  }
}
