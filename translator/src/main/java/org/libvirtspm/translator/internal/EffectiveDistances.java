package org.libvirtspm.translator.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * The distances between the cells of {@code <cpu><numa>} as libvirt completes them
 * (virDomainNumaDefParseXML): a distance given in one direction also holds in the other, and a cell
 * with any distance has 10 to itself.
 */
final class EffectiveDistances {

  /** A pair of cell ids. */
  private record Pair(String from, String to) {}

  private EffectiveDistances() {}

  /** Returns the distance of each pair that has one. */
  static Map<?, String> of(Element root) {
    Map<Pair, String> said = new HashMap<>();
    List<Element> cells =
        root.descend("cpu", "numa").map(numa -> numa.elements("cell")).orElse(List.of());
    for (int i = 0; i < cells.size(); i++) {
      String id = cells.get(i).value("id").orElse(String.valueOf(i));
      cells.get(i).elements("distances").stream()
          .flatMap(d -> d.elements("sibling").stream())
          .forEach(
              s -> said.put(new Pair(id, s.value("id").orElse("")), s.value("value").orElse("")));
    }
    Map<Pair, String> all = new HashMap<>(said);
    said.forEach(
        (pair, value) -> {
          all.putIfAbsent(new Pair(pair.to(), pair.from()), value);
          all.putIfAbsent(new Pair(pair.from(), pair.from()), "10");
          all.putIfAbsent(new Pair(pair.to(), pair.to()), "10");
        });
    return all;
  }

  /** True for the {@code <distances>} of a cell in {@code <cpu><numa>}. */
  static boolean isSaidBy(Element e) {
    return e.is("distances")
        && e.parent().is("cell")
        && e.parent().parent().is("numa")
        && e.parent().parent().parent() != null
        && e.parent().parent().parent().is("cpu");
  }
}
