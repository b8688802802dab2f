package org.libvirtspm.translator.internal.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.translator.internal.xml.Element;

/** What {@code <memoryBacking>} says of the memory of cells. */
public final class MemoryBacking {

  /** Pages of this size, in KiB, are no huge pages on x86_64. */
  static final long SYSTEM_PAGE_KIB = 4;

  private final Optional<Element> element;
  private final List<Element> pages;

  /** The first {@code <page>} for each node; the one without nodes is for the others. */
  private final Map<Integer, Element> pageOfNode = new HashMap<>();

  private final Optional<Element> pageOfOthers;
  private final Map<Element, OptionalLong> pageSizes = new HashMap<>();
  private final Optional<String> access;
  private final boolean hugepages;
  private final boolean discards;

  /** What is asked for each cell beside every other is looked up once. */
  MemoryBacking(Optional<Element> element) {
    this.element = element;
    this.access = child("access").flatMap(a -> a.value("mode"));
    this.hugepages = child("hugepages").isPresent();
    this.discards = child("discard").isPresent();
    this.pages = child("hugepages").map(h -> h.elements("page")).orElse(List.of());
    NodeSet left = NodeSet.upTo(CellReader.MAX_NODES);
    for (Element page : pages) {
      NodeSet first = nodeset(page).orElse(NodeSet.NONE).and(left);
      first.nodes().forEach(node -> pageOfNode.put(node, page));
      left = left.without(first);
    }
    this.pageOfOthers = pages.stream().filter(p -> p.attribute("nodeset").isEmpty()).findFirst();
  }

  private Optional<Element> child(String name) {
    return element.flatMap(e -> e.child(name));
  }

  /** True with {@code <source type='memfd'/>}. */
  public boolean isMemfd() {
    return child("source").flatMap(s -> s.value("type")).filter("memfd"::equals).isPresent();
  }

  /** True with {@code <source type='file'/>}. */
  public boolean isFile() {
    return child("source").flatMap(s -> s.value("type")).filter("file"::equals).isPresent();
  }

  /** True with {@code <allocation mode='immediate'/>}. */
  public boolean isImmediate() {
    return child("allocation")
        .flatMap(a -> a.value("mode"))
        .filter("immediate"::equals)
        .isPresent();
  }

  /** True with {@code <locked/>}. */
  public boolean isLocked() {
    return child("locked").isPresent();
  }

  /** True with {@code <discard/>}. */
  public boolean discards() {
    return discards;
  }

  /** The threads that allocate, as written. */
  public Optional<String> threads() {
    return child("allocation")
        .flatMap(a -> a.value("threads"))
        .filter(t -> t.matches("[0-9]+") && !t.matches("0+"));
  }

  /** shared or private; the cell's own word before the domain's. */
  public Optional<String> access(Cell cell) {
    return cell.access().or(() -> access);
  }

  /** True when the cell's memory is made of huge pages. */
  public boolean isHuge(Cell cell) {
    OptionalLong size = pageKib(cell);
    return size.isPresent() ? size.getAsLong() != SYSTEM_PAGE_KIB : hasDefaultPages();
  }

  /** The size of the cell's pages in KiB, where it is said. */
  public OptionalLong pageKib(Cell cell) {
    if (cell.source().pageKib().isPresent()) {
      return cell.source().pageKib();
    }
    return page(cell.id())
        .map(p -> pageSizes.computeIfAbsent(p, MemoryBacking::sizeKib))
        .orElse(OptionalLong.empty());
  }

  private boolean hasDefaultPages() {
    return hugepages && pages.isEmpty();
  }

  private Optional<Element> page(int node) {
    return Optional.ofNullable(pageOfNode.get(node)).or(() -> pageOfOthers);
  }

  /** The {@code <page>} elements. */
  public List<Element> pages() {
    return pages;
  }

  /** The nodes a {@code <page>} is for; empty when it is for all, or not to be read. */
  public static Optional<NodeSet> nodeset(Element page) {
    return NodeSet.in(page.attribute("nodeset"));
  }

  /** The size of a {@code <page>}; empty when it cannot be read. */
  public static OptionalLong sizeKib(Element page) {
    try {
      return OptionalLong.of(
          MemorySize.kib(page.value("size").orElse(""), page.value("unit").orElse("")));
    } catch (BadValueException bad) {
      return OptionalLong.empty();
    }
  }
}
