package org.libvirtspm.translator.fuzz;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.libvirtspm.translator.oracle.Dom;
import org.libvirtspm.translator.oracle.QemuOptions;
import org.w3c.dom.Element;

/** Holds the options a translation writes for QEMU to what they are made of. */
final class GeneratedOptions {

  private static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";

  private static final Set<String> BACKEND =
      Set.of(
          "",
          "size",
          "id",
          "mem-path",
          "hugetlb",
          "hugetlbsize",
          "prealloc",
          "prealloc-threads",
          "prealloc-context",
          "align",
          "share",
          "host-nodes",
          "policy");

  private static final Map<String, Set<String>> KEYS =
      Map.ofEntries(
          entry("memory-backend-ram", BACKEND),
          entry("memory-backend-file", BACKEND),
          entry("memory-backend-memfd", BACKEND),
          entry("thread-context", Set.of("", "id", "node-affinity")),
          entry("acpi-generic-initiator", Set.of("", "id", "pci-dev", "node")),
          entry("sp-mem", Set.of("", "id", "memdev", "node")),
          entry("node", Set.of("", "nodeid", "initiator", "memdev", "spm", "memmap-type")),
          entry("dist", Set.of("", "src", "dst", "val")),
          entry(
              "hmat-lb",
              Set.of("", "initiator", "target", "hierarchy", "data-type", "latency", "bandwidth")),
          entry(
              "hmat-cache",
              Set.of("", "node-id", "size", "level", "associativity", "policy", "line")),
          entry("", Set.of("size", "hmat")));

  private final Set<String> paths;
  private final Set<String> aliases;
  private final List<String> given;

  private GeneratedOptions(Element extended) {
    this.paths = texts(extended, "path");
    this.aliases =
        Dom.all(extended)
            .filter(e -> e.getTagName().equals("alias"))
            .map(e -> e.getAttribute("name"))
            .collect(Collectors.toSet());
    this.given = arguments(extended);
  }

  private static Set<String> texts(Element root, String name) {
    return Dom.all(root)
        .filter(e -> name.equals(e.getLocalName()))
        .map(Element::getTextContent)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<String> arguments(Element root) {
    return Dom.children(root).stream()
        .filter(e -> isOfQemu(e, "commandline"))
        .flatMap(e -> Dom.children(e).stream())
        .filter(e -> isOfQemu(e, "arg"))
        .map(e -> e.getAttribute("value"))
        .toList();
  }

  private static boolean isOfQemu(Element e, String name) {
    return QEMU.equals(e.getNamespaceURI()) && name.equals(e.getLocalName());
  }

  /** Fails where an option holds what was not declared. */
  static void check(byte[] extended, byte[] translated) {
    GeneratedOptions options = new GeneratedOptions(Dom.root(extended));
    List<String> generated = new ArrayList<>(arguments(Dom.root(translated)));
    options.given.forEach(generated::remove);
    for (int i = 0; i + 1 < generated.size(); i += 2) {
      options.check(generated.get(i), generated.get(i + 1));
    }
  }

  private void check(String option, String value) {
    if (!Set.of("-object", "-device", "-numa", "-m", "-machine").contains(option)) {
      throw new AssertionError("option " + option);
    }
    QemuOptions parsed = QemuOptions.parse(value);
    Set<String> keys = KEYS.get(parsed.kind());
    for (QemuOptions.Pair p : parsed.pairs()) {
      if (keys == null || !keys.contains(p.key()) || !isExpected(p)) {
        throw new AssertionError("option " + option + " " + value + ": " + p);
      }
    }
  }

  private boolean isExpected(QemuOptions.Pair p) {
    return switch (p.key()) {
      case "mem-path" -> paths.contains(p.value());
      case "pci-dev" -> isDevice(p.value());
      case "id" -> p.value().startsWith("spm-gi-") ? isInitiator(p.value()) : isWord(p.value());
      default -> isWord(p.value());
    };
  }

  private boolean isInitiator(String id) {
    return isDevice(id.substring("spm-gi-".length(), id.lastIndexOf('-')));
  }

  private boolean isDevice(String alias) {
    return aliases.contains(alias) || alias.matches("hostdev[0-9]+|ua-spm-hostdev[0-9]+");
  }

  private static boolean isWord(String value) {
    return value.matches("[A-Za-z0-9-]+");
  }
}
