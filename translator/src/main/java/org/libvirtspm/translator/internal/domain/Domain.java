package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;

/** A domain that declares SPM, as its author wrote it. */
public final class Domain {

  /** libvirt's namespace for what is passed on to QEMU. */
  public static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";

  private final Document document;
  private final List<Cell> cells;
  private final List<Cell> spmCells;
  private final List<Cell> ordinaryCells;
  private final NodeSet spmNodes;
  private final List<Interconnect> interconnects;
  private final Optional<Element> numa;
  private final Optional<Element> declaration;
  private MemoryBacking backing;
  private Bindings bindings;

  Domain(
      Document document,
      List<Cell> cells,
      List<Interconnect> interconnects,
      Optional<Element> numa,
      Optional<Element> declaration) {
    this.document = document;
    this.cells = List.copyOf(cells);
    this.spmCells = cells.stream().filter(Cell::spm).toList();
    this.ordinaryCells = cells.stream().filter(c -> !c.spm()).toList();
    this.spmNodes = NodeSet.of(spmCells.stream().mapToInt(Cell::id));
    this.interconnects = List.copyOf(interconnects);
    this.numa = numa;
    this.declaration = declaration;
  }

  /** The whole document. */
  public Document document() {
    return document;
  }

  /** The {@code <domain>}. */
  public Element root() {
    return document.root();
  }

  /** All cells, by ascending id. */
  public List<Cell> cells() {
    return cells;
  }

  /** The cells whose memory is special, by ascending id. */
  public List<Cell> spmCells() {
    return spmCells;
  }

  /** The SPM cells for those who use the library. */
  public List<SpmCell> publicCells() {
    return spmCells.stream().map(Cell::published).toList();
  }

  /** The other cells, by ascending id. */
  public List<Cell> ordinaryCells() {
    return ordinaryCells;
  }

  /** The nodes of the SPM cells. */
  public NodeSet spmNodes() {
    return spmNodes;
  }

  /** True when this node's memory is special. */
  public boolean isSpmNode(int node) {
    return spmNodes.contains(node);
  }

  /** True when this is the number of a node whose memory is special. */
  public boolean isSpmNode(String number) {
    return number.matches("0|[1-9][0-9]{0,3}") && isSpmNode(Integer.parseInt(number));
  }

  /** Latencies and bandwidths, wherever they are declared. */
  public List<Interconnect> interconnects() {
    return interconnects;
  }

  /** The domain's {@code <cpu><numa>}. */
  public Optional<Element> numa() {
    return numa;
  }

  /** True for a domain without {@code <numa>}, whose memory and vCPUs are cell 0. */
  public boolean isCellZeroImplied() {
    return numa.isEmpty() && !cells.isEmpty();
  }

  /** Our element in the metadata. */
  public Optional<Element> declaration() {
    return declaration;
  }

  /** What {@code <memoryBacking>} says. */
  public MemoryBacking backing() {
    if (backing == null) {
      backing = new MemoryBacking(root().child("memoryBacking"));
    }
    return backing;
  }

  /** What {@code <numatune>} says. */
  Bindings bindings() {
    if (bindings == null) {
      bindings = new Bindings(root().child("numatune"));
    }
    return bindings;
  }

  /** Memory of all cells in KiB, as libvirt adds it up. */
  public long cellsKib() {
    return cells.stream().mapToLong(Cell::sizeKib).sum();
  }

  /** Memory of the ordinary cells in KiB. */
  public long ordinaryKib() {
    return ordinaryCells().stream().mapToLong(Cell::sizeKib).sum();
  }

  /** Memory of the SPM cells in KiB. */
  public long spmKib() {
    return cellsKib() - ordinaryKib();
  }

  /** What the balloon is to leave the guest, in KiB; empty for all that it has. */
  public OptionalLong currentKib() {
    try {
      Optional<Element> e = root().child("currentMemory");
      long kib = e.isEmpty() ? 0 : MemorySize.kib(e.get().text(), e.get().value("unit").orElse(""));
      return kib == 0 ? OptionalLong.empty() : OptionalLong.of(kib);
    } catch (BadValueException bad) {
      return OptionalLong.empty();
    }
  }

  /** The domain's devices, in document order. */
  public Stream<Element> devices() {
    return root().elements("devices").stream().flatMap(Element::elements);
  }

  /** The domain's devices of that name, in document order. */
  public List<Element> devices(String name) {
    return devices().filter(d -> d.is(name)).toList();
  }

  /** The {@code <qemu:arg>}s, in order. */
  public List<Element> qemuArguments() {
    return qemuArguments(root());
  }

  /** The {@code <qemu:arg>}s of a domain, in order. */
  public static List<Element> qemuArguments(Element root) {
    return root.elements()
        .filter(e -> e.is(QEMU, "commandline"))
        .flatMap(Element::elements)
        .filter(e -> e.is(QEMU, "arg"))
        .toList();
  }

  /** The machine type; empty when the document leaves it to libvirt. */
  public String machine() {
    return root().descend("os", "type").flatMap(t -> t.value("machine")).orElse("");
  }

  /** True for a machine of the q35 family. */
  public boolean isQ35() {
    return machine().equals("q35") || machine().startsWith("pc-q35-");
  }
}
