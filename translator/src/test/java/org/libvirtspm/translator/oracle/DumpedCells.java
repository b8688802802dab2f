package org.libvirtspm.translator.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Cells as libvirt formats them: by id, in KiB, with the distances it makes up. */
final class DumpedCells {
  private DumpedCells() {}

  static void normalise(Element root) {
    Dom.child(root, "cpu").flatMap(c -> Dom.child(c, "numa")).ifPresent(DumpedCells::numa);
  }

  private static void numa(Element numa) {
    List<Element> written = Dom.children(numa, "cell");
    for (int i = 0; i < written.size(); i++) {
      Element cell = written.get(i);
      if (!cell.hasAttribute("id")) {
        cell.setAttribute("id", i + "");
      }
      long kib = DumpedSizes.kib(cell.getAttribute("memory"), cell.getAttribute("unit"));
      cell.setAttribute("memory", (kib + 1023) / 1024 * 1024 + "");
      cell.setAttribute("unit", "KiB");
    }
    List<Element> cells =
        written.stream().sorted(Comparator.comparingInt(DumpedCells::id)).toList();
    cells.forEach(numa::appendChild);
    distances(cells);
    Dom.child(numa, "interconnects").ifPresent(numa::appendChild);
  }

  private static int id(Element e) {
    return Integer.parseInt(e.getAttribute("id"));
  }

  /** A distance said once holds for both ways, and a cell with any is 10 from itself. */
  private static void distances(List<Element> cells) {
    Map<Integer, Map<Integer, String>> all = new TreeMap<>();
    for (Element cell : cells) {
      for (Element sibling : siblings(cell)) {
        put(all, id(cell), id(sibling), sibling.getAttribute("value"));
      }
    }
    for (Element cell : cells) {
      for (Element sibling : siblings(cell)) {
        String value = sibling.getAttribute("value");
        all.computeIfAbsent(id(sibling), k -> new TreeMap<>()).putIfAbsent(id(cell), value);
        put(all, id(cell), id(cell), "10");
        put(all, id(sibling), id(sibling), "10");
      }
    }
    cells.forEach(c -> write(c, all.getOrDefault(id(c), Map.of())));
  }

  private static void put(Map<Integer, Map<Integer, String>> all, int from, int to, String value) {
    all.computeIfAbsent(from, k -> new TreeMap<>()).put(to, value);
  }

  private static List<Element> siblings(Element cell) {
    return Dom.children(cell, "distances").stream()
        .flatMap(d -> Dom.children(d, "sibling").stream())
        .toList();
  }

  private static void write(Element cell, Map<Integer, String> values) {
    Optional<Element> source = Dom.child(cell, "source");
    Dom.children(cell, "distances").forEach(cell::removeChild);
    if (!values.isEmpty()) {
      Element distances = Dom.add(cell, "distances");
      values.forEach(
          (id, value) -> {
            Element sibling = Dom.add(distances, "sibling");
            sibling.setAttribute("id", id + "");
            sibling.setAttribute("value", value);
          });
    }
    Dom.children(cell, "cache").forEach(cell::appendChild);
    source.ifPresent(s -> cell.insertBefore(s, cell.getFirstChild()));
  }
}
