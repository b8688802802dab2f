package org.libvirtspm.translator.internal.undo;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Removes devices and overrides that every translation adds, found by their names. */
final class Generated {

  private static final Pattern BUS_TARGET = Pattern.compile("devices/controller:([^/]+)/target");

  /** Properties that the override of an SPM device removes. */
  private static final Set<String> REMOVED = Set.of("slot", "uuid", "unarmed", "label-size");

  private final Element root;
  private final Editor editor;
  private final Paths paths;
  private final Problems problems;
  private final boolean isNative;
  private final LaterAdditions later;
  private final Set<String> carriers = new HashSet<>();
  private final Set<String> overrides = new HashSet<>();

  Generated(Element root, boolean isNative, Editor editor, Paths paths, Problems problems) {
    this.root = root;
    this.isNative = isNative;
    this.editor = editor;
    this.paths = paths;
    this.problems = problems;
    this.later = new LaterAdditions(problems);
  }

  void remove(TranslationRecord record) {
    for (Element devices : root.elements("devices")) {
      for (Element memory : devices.elements("memory")) {
        if (GivenNames.isCarrier(memory)) {
          removeCarrier(memory);
        }
      }
    }
    for (Element device : devices()) {
      if (device.value("alias").filter(GivenNames::isDevice).isPresent()) {
        removeOverride(device);
      }
    }
    removeBusProperties(record);
  }

  private void removeCarrier(Element memory) {
    String alias = memory.child("alias").flatMap(a -> a.value("name")).orElse("");
    checkOnce(memory, alias, carriers);
    boolean path = memory.value("model").filter("nvdimm"::equals).isPresent();
    if (path || isNative) {
      Optional<String> access = path ? Optional.of("shared") : Optional.empty();
      memory
          .attribute("access")
          .filter(a -> !access.equals(Optional.of(a.value())))
          .ifPresent(a -> later.refuse(a, memory));
      memory.attribute("discard").ifPresent(a -> later.refuse(a, memory));
    }
    takeOut(memory);
  }

  private void checkOnce(Element e, String alias, Set<String> seen) {
    if (!seen.add(alias)) {
      problems.error(
          e,
          "a second <" + Excerpt.name(e) + "> '" + alias + "': " + Remedy.of("remove one of them"));
    }
  }

  private void takeOut(Element e) {
    later.refuse(e);
    editor.remove(e);
  }

  private List<Element> devices() {
    List<Element> found = new ArrayList<>();
    for (Element override : root.elements()) {
      if (override.is(Domain.QEMU, "override")) {
        override.elements().stream().filter(e -> e.is(Domain.QEMU, "device")).forEach(found::add);
      }
    }
    return found;
  }

  private void removeOverride(Element device) {
    String alias = device.value("alias").orElse("");
    checkOnce(device, alias, overrides);
    Set<String> seen = new HashSet<>();
    properties(device).stream()
        .filter(p -> !isOurs(p, alias) || !seen.add(p.value("name").orElse("")))
        .forEach(p -> refuse(p, alias));
    takeOut(device);
  }

  private static boolean isOurs(Element property, String alias) {
    String name = property.value("name").orElse("");
    String type = property.value("type").orElse("");
    Optional<String> value = property.value("value");
    return switch (name) {
      case "driver" -> type.equals("string") && value.filter("sp-mem"::equals).isPresent();
      case "node" ->
          type.equals("unsigned")
              && value.filter(v -> alias.equals(GivenNames.DEVICE + v)).isPresent();
      default -> REMOVED.contains(name) && type.equals("remove") && value.isEmpty();
    };
  }

  private void refuse(Element property, String alias) {
    problems.error(
        property,
        "property '"
            + Excerpt.of(property.value("name").orElse(""))
            + "' of device '"
            + alias
            + "' was added to those of a translation, or changed: "
            + Remedy.of("undo that"));
  }

  /** Removes the node property of expander buses that had a target node; the bus may be gone. */
  private void removeBusProperties(TranslationRecord record) {
    Set<String> names = new HashSet<>();
    for (Entry<Removed> removal : record.removals()) {
      String place = removal.said().getFrom();
      Matcher target = BUS_TARGET.matcher(place);
      if (target.matches()) {
        names.add(target.group(1));
        paths
            .find(root, place.substring(0, place.lastIndexOf('/')))
            .ifPresent(bus -> addNames(bus, names));
      }
    }
    for (Element device : devices()) {
      if (device.value("alias").filter(names::contains).isPresent()) {
        removeProperty(device);
      }
    }
  }

  private static void addNames(Element bus, Set<String> names) {
    bus.child("alias").flatMap(a -> a.value("name")).ifPresent(names::add);
    bus.value("index").ifPresent(i -> names.add("pci." + i));
  }

  private static List<Element> properties(Element device) {
    return device.elements().stream()
        .flatMap(e -> e.elements().stream())
        .filter(p -> p.localName().equals("property"))
        .toList();
  }

  private void removeProperty(Element device) {
    List<Element> properties = properties(device);
    List<Element> ours =
        properties.stream()
            .filter(p -> p.is(Domain.QEMU, "property"))
            .filter(p -> p.value("name").filter("numa_node"::equals).isPresent())
            .toList();
    ours.stream()
        .skip(1)
        .forEach(
            p ->
                problems.error(
                    p, "a second property 'numa_node': " + Remedy.of("remove one of them")));
    if (ours.size() == properties.size()) {
      takeOut(device);
    } else {
      ours.forEach(this::takeOut);
    }
  }
}
