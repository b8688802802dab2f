package org.libvirtspm.translator.internal.domain;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.schema.jaxb.Cache;
import org.libvirtspm.schema.jaxb.Cell;
import org.libvirtspm.schema.jaxb.Distances;
import org.libvirtspm.schema.jaxb.Sibling;
import org.libvirtspm.schema.jaxb.Size;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Converts the generated classes of a checked cell into values in our units. */
record CellContents(Cell cell) {

  /** Returns the origin of the memory. */
  Source source() {
    return cell.getSource().stream().findFirst().map(CellContents::source).orElse(Source.NONE);
  }

  private static Source source(org.libvirtspm.schema.jaxb.Source s) {
    return new Source(
        Optional.ofNullable(s.getPath()),
        kib(s.getAlignsize()),
        kib(s.getPagesize()),
        Optional.ofNullable(s.getNodemask()).map(CellContents::nodes));
  }

  private static OptionalLong kib(Size size) {
    if (size == null) {
      return OptionalLong.empty();
    }
    BigInteger value = size.getValue();
    String unit = Optional.ofNullable(size.getUnit()).orElse("");
    return OptionalLong.of(CheckedValue.of(() -> MemorySize.kib(value, unit)));
  }

  private static NodeSet nodes(String text) {
    return CheckedValue.of(() -> NodeSet.parse(XmlSpace.strip(text)));
  }

  /** Returns the memory side caches, in document order. */
  List<MemoryCache> caches() {
    return cell.getCache().stream().map(CellContents::cache).toList();
  }

  private static MemoryCache cache(Cache c) {
    return new MemoryCache(
        (int) c.getLevel(),
        c.getAssociativity(),
        c.getPolicy(),
        c.getSize().getValue(),
        c.getLine().getValue());
  }

  /** Returns distances by node id; of two for the same node, the first. */
  Map<Integer, Integer> distances() {
    Map<Integer, Integer> result = new HashMap<>();
    for (Distances distances : cell.getDistances()) {
      for (Sibling s : distances.getSiblings()) {
        result.putIfAbsent((int) s.getId(), (int) s.getValue());
      }
    }
    return result;
  }
}
