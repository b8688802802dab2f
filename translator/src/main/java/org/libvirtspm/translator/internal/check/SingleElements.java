package org.libvirtspm.translator.internal.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Refuses repeated elements that libvirt's schema allows once. libvirt 11.3 and 12.8 read the
 * first, merge both, or refuse the domain, depending on the element.
 */
public final class SingleElements implements Rule {

  private static final Set<String> IN_DOMAIN =
      Set.of(
          "metadata",
          "memory",
          "currentMemory",
          "maxMemory",
          "memtune",
          "memoryBacking",
          "numatune",
          "vcpu",
          "os",
          "features",
          "cpu",
          "devices",
          "commandline",
          "override");

  /** Elements whose repetitions libvirt merges. */
  private static final Set<String> JOINED =
      Set.of(
          "memtune",
          "memoryBacking",
          "hugepages",
          "os",
          "features",
          "cpu",
          "devices",
          "commandline",
          "override");

  private static final Set<String> NUMA = Set.of("numa");
  private static final Set<String> INTERCONNECTS = Set.of("interconnects");
  private static final Set<String> IN_CELL = Set.of("distances");
  private static final Set<String> IN_BACKING =
      Set.of("hugepages", "source", "access", "allocation");
  private static final Set<String> IN_NUMATUNE = Set.of("memory");
  private static final Set<String> IN_DEVICES = Set.of("memballoon");
  private static final Set<String> IN_DEVICE = Set.of("alias", "target", "acpi");

  @Override
  public void check(Domain domain, Problems problems) {
    check(domain.root(), problems);
  }

  /** Reports every repeated element; also used for translated domains. */
  public static void check(Element root, Problems problems) {
    once(root, IN_DOMAIN, problems);
    root.child("cpu").ifPresent(e -> once(e, NUMA, problems));
    root.descend("cpu", "numa").ifPresent(e -> numa(e, problems));
    root.child("memoryBacking").ifPresent(e -> once(e, IN_BACKING, problems));
    root.child("numatune").ifPresent(e -> once(e, IN_NUMATUNE, problems));
    root.child("devices").ifPresent(e -> devices(e, problems));
  }

  private static void numa(Element numa, Problems problems) {
    once(numa, INTERCONNECTS, problems);
    numa.elements("cell").forEach(e -> once(e, IN_CELL, problems));
  }

  private static void devices(Element devices, Problems problems) {
    once(devices, IN_DEVICES, problems);
    for (String device : List.of("controller", "hostdev", "memory")) {
      devices.elements(device).forEach(e -> once(e, IN_DEVICE, problems));
    }
  }

  private static void once(Element parent, Set<String> names, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (Element e : parent.elements()) {
      if (names.contains(e.localName())
          && Domain.isOfLibvirt(e)
          && !seen.add(e.namespace() + " " + e.localName())) {
        problems.error(e, message(e, parent));
      }
    }
  }

  private static String message(Element second, Element parent) {
    return "a second <"
        + Excerpt.name(second)
        + "> in <"
        + Excerpt.name(parent)
        + ">: "
        + (JOINED.contains(second.localName())
            ? "libvirt reads both as one; " + Remedy.of("join them")
            : "libvirt reads only one; " + Remedy.of("keep one"));
  }
}
