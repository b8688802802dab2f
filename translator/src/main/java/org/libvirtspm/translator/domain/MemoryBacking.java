package org.libvirtspm.translator.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.translator.xml.Element;

/** What {@code <memoryBacking>} says of the memory of cells. */
public final class MemoryBacking {

  /** Pages of this size, in KiB, are no huge pages on x86_64. */
  static final long SYSTEM_PAGE_KIB = 4;

  private final Optional<Element> element;

  private MemoryBacking(Optional<Element> element) {
    this.element = element;
  }

  /** That of a domain. */
  public static MemoryBacking of(Domain domain) {
    return new MemoryBacking(domain.root().child("memoryBacking"));
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
    return child("discard").isPresent();
  }

  /** The threads that allocate, as written. */
  public Optional<String> threads() {
    return child("allocation")
        .flatMap(a -> a.value("threads"))
        .filter(t -> t.matches("[0-9]+") && !t.matches("0+"));
  }

  /** shared or private; the cell's own word before the domain's. */
  public Optional<String> access(Cell cell) {
    return cell.access().or(() -> child("access").flatMap(a -> a.value("mode")));
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
    return page(cell.id()).map(MemoryBacking::sizeKib).orElse(OptionalLong.empty());
  }

  private boolean hasDefaultPages() {
    return child("hugepages").filter(h -> h.elements("page").isEmpty()).isPresent();
  }

  private Optional<Element> page(int node) {
    List<Element> pages = pages();
    return pages.stream()
        .filter(p -> nodeset(p).filter(s -> s.contains(node)).isPresent())
        .findFirst()
        .or(() -> pages.stream().filter(p -> p.attribute("nodeset").isEmpty()).findFirst());
  }

  /** The {@code <page>} elements. */
  public List<Element> pages() {
    return child("hugepages").map(h -> h.elements("page")).orElse(List.of());
  }

  /** The nodes a {@code <page>} is for; empty when it is for all, or not to be read. */
  public static Optional<NodeSet> nodeset(Element page) {
    return NodeSet.in(page.attribute("nodeset"));
  }

  private static OptionalLong sizeKib(Element page) {
    try {
      return OptionalLong.of(
          MemorySize.kib(page.value("size").orElse(""), page.value("unit").orElse("")));
    } catch (BadValueException bad) {
      return OptionalLong.empty();
    }
  }
}
