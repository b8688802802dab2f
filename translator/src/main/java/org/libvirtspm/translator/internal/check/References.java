package org.libvirtspm.translator.internal.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Children;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.Interconnect;
import org.libvirtspm.translator.internal.domain.MemoryCache;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Distances, latencies and bandwidths must refer to existing nodes (virDomainNumaDefParseXML). */
final class References implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    int count = domain.cells().size();
    domain.cells().forEach(c -> distances(c, count, problems));
    List<Set<Integer>> caches = domain.cells().stream().map(References::cacheLevels).toList();
    domain.interconnects().forEach(i -> interconnect(caches, i, problems));
    once(domain, problems);
  }

  /** Refuses duplicates: QEMU accepts one value per pair of nodes, level and access type. */
  private static void once(Domain domain, Problems problems) {
    Set<List<Object>> seen = new HashSet<>();
    for (Interconnect i : domain.interconnects()) {
      if (!seen.add(List.of(i.isLatency(), i.initiator(), i.target(), i.cache(), i.type()))) {
        problems.error(
            i.element(),
            "a second "
                + i.type()
                + " value from cell "
                + i.initiator()
                + " to cell "
                + i.target()
                + ": QEMU takes one; "
                + Remedy.of("keep one"));
      }
    }
    for (Cell cell : domain.cells()) {
      if (cacheLevels(cell).size() < cell.caches().size()) {
        problems.error(
            cell.declared(),
            "cell "
                + cell.id()
                + ": two caches of one level: QEMU takes one; "
                + Remedy.of("keep one"));
      }
    }
  }

  private static void distances(Cell cell, int count, Problems problems) {
    // Cell 0 of a domain without <numa> is declared by <memory>: what is in that was not read.
    if (cell.declared().is("memory")) {
      return;
    }
    Children.of(cell.declared(), "distances").stream()
        .flatMap(d -> Children.of(d, "sibling").stream())
        .forEach(s -> sibling(cell.id(), s, count, problems));
  }

  private static void sibling(int id, Element e, int count, Problems problems) {
    int other = number(e, "id");
    int value = number(e, "value");
    String name = "cell " + id + ": distance ";
    if (other >= count) {
      problems.error(
          e,
          "id",
          name + "to cell " + other + ", which is not there: there are cells 0 to " + (count - 1));
    } else if (other == id && value != 10) {
      problems.error(e, "value", name + value + " to itself: a cell is 10 from itself");
    } else if (other != id && value == 10) {
      problems.error(e, "value", name + "10 to cell " + other + ": only a cell itself is 10 away");
    }
  }

  private static int number(Element sibling, String name) {
    return Integer.parseInt(XmlSpace.strip(sibling.value(name).orElseThrow()));
  }

  private static Set<Integer> cacheLevels(Cell cell) {
    return cell.caches().isEmpty()
        ? Set.of()
        : cell.caches().stream().map(MemoryCache::level).collect(Collectors.toSet());
  }

  private static void interconnect(List<Set<Integer>> caches, Interconnect i, Problems problems) {
    int count = caches.size();
    String what = i.isLatency() ? "latency" : "bandwidth";
    if (i.initiator() >= count || i.target() >= count) {
      problems.error(
          i.element(),
          what
              + " from cell "
              + i.initiator()
              + " to cell "
              + i.target()
              + ": there are cells 0 to "
              + (count - 1));
      return;
    }
    if (i.cache() > 0 && !caches.get(i.target()).contains(i.cache())) {
      problems.error(
          i.element(),
          what
              + " cache='"
              + i.cache()
              + "': cell "
              + i.target()
              + " has no cache of that level: "
              + Remedy.of("add it"));
    }
  }
}
