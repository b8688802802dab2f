package org.libvirtspm.translator.internal.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** The contents of a cell, taken from its element. */
record CellElement(Element cell) implements CellContents {

  @Override
  public Source source() {
    return Children.first(cell, "source").map(CellElement::source).orElse(Source.NONE);
  }

  private static Source source(Element s) {
    return new Source(
        Children.first(s, "path").map(Element::rawText),
        kib(s, "alignsize"),
        kib(s, "pagesize"),
        Children.first(s, "nodemask").map(CellElement::nodes));
  }

  private static OptionalLong kib(Element source, String name) {
    Optional<Element> size = Children.first(source, name);
    return size.isEmpty() ? OptionalLong.empty() : OptionalLong.of(kib(size.get()));
  }

  private static long kib(Element size) {
    return CheckedValue.of(() -> MemorySize.kib(size.text(), size.value("unit").orElse("")));
  }

  private static NodeSet nodes(Element nodemask) {
    return CheckedValue.of(() -> NodeSet.parse(nodemask.text()));
  }

  @Override
  public List<MemoryCache> caches() {
    return Children.of(cell, "cache").stream().map(CellElement::cache).toList();
  }

  private static MemoryCache cache(Element c) {
    return new MemoryCache(
        (int) number(c, "level"),
        c.value("associativity").orElseThrow(),
        c.value("policy").orElseThrow(),
        number(Children.first(c, "size").orElseThrow(), "value"),
        number(Children.first(c, "line").orElseThrow(), "value"));
  }

  private static long number(Element e, String attribute) {
    return Long.parseLong(XmlSpace.strip(e.value(attribute).orElseThrow()));
  }

  @Override
  public Map<Integer, Integer> distances() {
    Map<Integer, Integer> result = new HashMap<>();
    for (Element distances : Children.of(cell, "distances")) {
      for (Element s : Children.of(distances, "sibling")) {
        result.putIfAbsent((int) number(s, "id"), (int) number(s, "value"));
      }
    }
    return result;
  }
}
