package org.libvirtspm.translator.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.Element;

/**
 * A domain that declares SPM, as its author wrote it.
 *
 * @param document the whole document
 * @param cells all cells, by ascending id
 * @param interconnects latencies and bandwidths, wherever they are declared
 * @param numa the domain's {@code <cpu><numa>}
 * @param declaration our element in the metadata
 */
public record Domain(
    Document document,
    List<Cell> cells,
    List<Interconnect> interconnects,
    Optional<Element> numa,
    Optional<Element> declaration) {

  /** libvirt's namespace for what is passed on to QEMU. */
  public static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";

  /** The {@code <domain>}. */
  public Element root() {
    return document.root();
  }

  /** The cells whose memory is special, by ascending id. */
  public List<Cell> spmCells() {
    return cells.stream().filter(Cell::spm).toList();
  }

  /** The other cells, by ascending id. */
  public List<Cell> ordinaryCells() {
    return cells.stream().filter(c -> !c.spm()).toList();
  }

  /** The nodes of the SPM cells. */
  public List<Integer> spmNodes() {
    return spmCells().stream().map(Cell::id).toList();
  }

  /** True when this node's memory is special. */
  public boolean isSpmNode(int node) {
    return spmNodes().contains(node);
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

  /** The domain's devices, in document order. */
  public Stream<Element> devices() {
    return root().elements("devices").stream().flatMap(Element::elements);
  }

  /** The domain's devices of that name, in document order. */
  public List<Element> devices(String name) {
    return devices().filter(d -> d.is(name)).toList();
  }

  /** The values of the {@code <qemu:arg>}s, in order. */
  public List<Element> qemuArguments() {
    return root()
        .elements()
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
