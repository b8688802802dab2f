package org.libvirtspm.translator.internal.undo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.libvirtspm.schema.jaxb.Changed;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.translator.internal.step.MoveInterconnects;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * Subjects for which a translation had to write QEMU arguments: declared ones, recorded removals,
 * and those that may since have been removed from the metadata. Written without lambdas, which the
 * hook's start-up archive may lack.
 */
final class WrittenSubjects {

  private static final String HOST_DEVICES = "devices/hostdev:";

  private final Set<String> nodes = new HashSet<>();

  /** Levels of caches, by node: a node's id may be long. */
  private final Map<String, Set<String>> caches = new HashMap<>();

  private final Set<String> interconnects = new HashSet<>();
  private final Map<String, Set<String>> distances = new HashMap<>();
  private boolean declaresDistances;
  private boolean leavesDistances;
  private boolean initiators;
  private boolean hmat;

  WrittenSubjects(Element root, Element declaration, TranslationRecord record) {
    for (Element child : declaration.elements()) {
      if (child.localName().equals("cell")) {
        nodes.add(child.value("id").orElse(""));
      }
      if (!child.localName().equals("undo")) {
        read(child);
      }
    }
    for (Entry<Removed> removal : record.removals()) {
      if (removal.said().getCell() != null) {
        nodes.add(removal.said().getCell().toString());
      } else {
        initiators |= removal.said().getFrom().startsWith(HOST_DEVICES);
        read(removal.content().orElseThrow());
      }
    }
    for (Entry<Changed> change : record.changes()) {
      initiators |= change.said().getAt().startsWith(HOST_DEVICES);
    }
    for (Element numa : root.descend("cpu", "numa").stream().toList()) {
      for (Element cell : numa.elements("cell")) {
        leavesDistances |= hasDistances(cell);
      }
    }
    declaresDistances |= leavesDistances;
  }

  private static boolean hasDistances(Element cell) {
    for (Element distances : cell.elements("distances")) {
      if (!distances.elements("sibling").isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private void read(Element e) {
    switch (e.localName()) {
      case "sibling" -> declaresDistances = true;
      case "cache" ->
          caches
              .computeIfAbsent(e.parent().value("id").orElse(""), k -> new HashSet<>())
              .add(number(e, "level"));
      case "latency", "bandwidth" -> interconnects.add(interconnect(e));
      default -> {
        for (Element child : e.elements()) {
          read(child);
        }
      }
    }
  }

  /** Returns the beginning of the argument for an interconnect. */
  private static String interconnect(Element e) {
    String level = number(e, "cache");
    boolean known = level.length() == 1 && "123".contains(level);
    return "hmat-lb,initiator="
        + number(e, "initiator")
        + ",target="
        + number(e, "target")
        + ",hierarchy="
        + MoveInterconnects.HIERARCHIES.get(known ? Integer.parseInt(level) : 0)
        + ",data-type="
        + e.value("type").orElse("")
        + "-"
        + e.localName();
  }

  /** Returns a number without leading zeros. */
  private static String number(Element e, String attribute) {
    return Digits.withoutZeros(XmlSpace.strip(e.value(attribute).orElse("")));
  }

  /** Adds a node that was declared in the metadata. */
  void addNode(String node) {
    nodes.add(node);
  }

  /** Adds a distance that was passed through. */
  void addDistance(String from, String to) {
    distances.computeIfAbsent(from, k -> new HashSet<>()).add(to);
  }

  /** Records that all nodes have initiators, as with any HMAT. */
  void addHmat() {
    hmat = true;
  }

  boolean hasNodes() {
    return !nodes.isEmpty();
  }

  boolean hasNode(String node) {
    return nodes.contains(node);
  }

  boolean hasInitiators() {
    return initiators;
  }

  boolean hasCache(String node, String level) {
    return hmat || caches.getOrDefault(node, Set.of()).contains(level);
  }

  boolean hasInterconnect(String about, boolean isOfNode) {
    return (hmat && isOfNode) || interconnects.contains(about);
  }

  /** True if libvirt has distances to write. */
  boolean leavesDistances() {
    return leavesDistances;
  }

  /** True if distances were passed: a translation writes those of all SPM nodes, or none. */
  boolean hasDistances() {
    return declaresDistances || isComplete();
  }

  private boolean isComplete() {
    Set<String> all = new HashSet<>(nodes);
    all.addAll(distances.keySet());
    for (String node : nodes) {
      if (!distances.getOrDefault(node, Set.of()).containsAll(all)) {
        return false;
      }
    }
    return !nodes.isEmpty() && distances.keySet().containsAll(nodes);
  }
}
