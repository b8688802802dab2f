package org.libvirtspm.translator.internal.domain;

import java.math.BigInteger;
import org.libvirtspm.schema.jaxb.Cache;
import org.libvirtspm.schema.jaxb.CacheSize;
import org.libvirtspm.schema.jaxb.Cell;
import org.libvirtspm.schema.jaxb.Distances;
import org.libvirtspm.schema.jaxb.Sibling;
import org.libvirtspm.schema.jaxb.Size;
import org.libvirtspm.schema.jaxb.Source;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * Fills the generated classes from the elements of a checked cell, with the same result as JAXB.
 */
final class CellFilling {

  private CellFilling() {}

  static Cell of(Element e) {
    Cell cell = new Cell();
    Children.of(e, "cache").forEach(c -> cell.getCache().add(cache(c)));
    Children.of(e, "source").forEach(s -> cell.getSource().add(source(s)));
    Children.of(e, "distances").forEach(d -> cell.getDistances().add(distances(d)));
    return cell;
  }

  private static Source source(Element e) {
    Source source = new Source();
    Children.first(e, "path").map(Element::rawText).ifPresent(source::setPath);
    Children.first(e, "alignsize").map(CellFilling::size).ifPresent(source::setAlignsize);
    Children.first(e, "pagesize").map(CellFilling::size).ifPresent(source::setPagesize);
    Children.first(e, "nodemask").map(Element::rawText).ifPresent(source::setNodemask);
    return source;
  }

  private static Size size(Element e) {
    Size size = new Size();
    size.setValue(new BigInteger(e.text()));
    e.value("unit").ifPresent(size::setUnit);
    return size;
  }

  private static Cache cache(Element e) {
    Cache cache = new Cache();
    cache.setLevel(number(e, "level"));
    cache.setAssociativity(e.value("associativity").orElseThrow());
    cache.setPolicy(e.value("policy").orElseThrow());
    cache.setSize(cacheSize(Children.first(e, "size").orElseThrow()));
    cache.setLine(cacheSize(Children.first(e, "line").orElseThrow()));
    return cache;
  }

  private static CacheSize cacheSize(Element e) {
    CacheSize size = new CacheSize();
    size.setValue(number(e, "value"));
    e.value("unit").ifPresent(size::setUnit);
    return size;
  }

  private static Distances distances(Element e) {
    Distances distances = new Distances();
    for (Element s : Children.of(e, "sibling")) {
      Sibling sibling = new Sibling();
      sibling.setId(number(s, "id"));
      sibling.setValue(number(s, "value"));
      distances.getSiblings().add(sibling);
    }
    return distances;
  }

  private static long number(Element e, String attribute) {
    return Long.parseLong(XmlSpace.strip(e.value(attribute).orElseThrow()));
  }
}
