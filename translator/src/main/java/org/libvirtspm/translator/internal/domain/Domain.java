package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;

/** A domain with SPM, as its author wrote it. */
public final class Domain {

  /** libvirt's namespace for QEMU arguments and overrides. */
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

  /** True for an element of libvirt's: in no namespace, or in that for QEMU. */
  public static boolean isOfLibvirt(Element e) {
    return e.namespace().isEmpty() || e.namespace().equals(QEMU);
  }

  /** Returns the whole document. */
  public Document document() {
    return document;
  }

  /** Returns the {@code <domain>} element. */
  public Element root() {
    return document.root();
  }

  /** Returns all cells, by ascending id. */
  public List<Cell> cells() {
    return cells;
  }

  /** Returns the SPM cells, by ascending id. */
  public List<Cell> spmCells() {
    return spmCells;
  }

  /** Returns the SPM cells as public records. */
  public List<SpmCell> publicCells() {
    return spmCells.stream().map(Cell::published).toList();
  }

  /** Returns the ordinary cells, by ascending id. */
  public List<Cell> ordinaryCells() {
    return ordinaryCells;
  }

  /** Returns the ids of the SPM cells. */
  public NodeSet spmNodes() {
    return spmNodes;
  }

  /** True if the node is an SPM node. */
  public boolean isSpmNode(int node) {
    return spmNodes.contains(node);
  }

  /** True if the text is the number of an SPM node. */
  public boolean isSpmNode(String number) {
    return Digits.arePlain(number, 4) && isSpmNode(Integer.parseInt(number));
  }

  /** Returns latencies and bandwidths from both {@code <cpu><numa>} and the metadata. */
  public List<Interconnect> interconnects() {
    return interconnects;
  }

  /** Returns the domain's {@code <cpu><numa>}. */
  public Optional<Element> numa() {
    return numa;
  }

  /** True for a domain without {@code <numa>}: its memory and vCPUs form cell 0. */
  public boolean isCellZeroImplied() {
    return numa.isEmpty() && !cells.isEmpty();
  }

  /** Returns the declaration in the metadata. */
  public Optional<Element> declaration() {
    return declaration;
  }

  /** Returns the settings of {@code <memoryBacking>}. */
  public MemoryBacking backing() {
    if (backing == null) {
      backing = new MemoryBacking(root().child("memoryBacking"));
    }
    return backing;
  }

  /** Returns the bindings of {@code <numatune>}. */
  Bindings bindings() {
    if (bindings == null) {
      bindings = new Bindings(root().child("numatune"));
    }
    return bindings;
  }

  /** Returns the memory of all cells in KiB, summed as libvirt does. */
  public long cellsKib() {
    return sumKib(cells);
  }

  /** Returns the memory of the ordinary cells in KiB. */
  public long ordinaryKib() {
    return sumKib(ordinaryCells);
  }

  private static long sumKib(List<Cell> cells) {
    long sum = 0;
    for (Cell cell : cells) {
      sum += cell.sizeKib();
    }
    return sum;
  }

  /** Returns the memory of the SPM cells in KiB. */
  public long spmKib() {
    return cellsKib() - ordinaryKib();
  }

  /** Returns the {@code <currentMemory>} in KiB; empty if the guest keeps all its memory. */
  public OptionalLong currentKib() {
    try {
      Optional<Element> e = root().child("currentMemory");
      long kib = e.isEmpty() ? 0 : MemorySize.kib(e.get().text(), e.get().value("unit").orElse(""));
      return kib == 0 ? OptionalLong.empty() : OptionalLong.of(kib);
    } catch (BadValueException bad) {
      return OptionalLong.empty();
    }
  }

  /** Returns the domain's devices, in document order. */
  public Stream<Element> devices() {
    return root().elements("devices").stream().flatMap(e -> e.elements().stream());
  }

  /** Returns the domain's devices of an element name, in document order. */
  public List<Element> devices(String name) {
    List<Element> found = new ArrayList<>();
    for (Element devices : root().elements("devices")) {
      found.addAll(devices.elements(name));
    }
    return found;
  }

  /** Returns the {@code <qemu:arg>} elements, in order. */
  public List<Element> qemuArguments() {
    return qemuArguments(root());
  }

  /** Returns the {@code <qemu:arg>} elements of a domain, in order. */
  public static List<Element> qemuArguments(Element root) {
    List<Element> found = new ArrayList<>();
    for (Element block : root.elements()) {
      if (block.is(QEMU, "commandline")) {
        for (Element e : block.elements()) {
          if (e.is(QEMU, "arg")) {
            found.add(e);
          }
        }
      }
    }
    return found;
  }

  /** Returns the machine type; empty if libvirt chooses it. */
  public String machine() {
    return root().descend("os", "type").flatMap(t -> t.value("machine")).orElse("");
  }

  /** True for a machine type of the q35 family. */
  public boolean isQ35() {
    return machine().equals("q35") || machine().startsWith("pc-q35-");
  }
}
