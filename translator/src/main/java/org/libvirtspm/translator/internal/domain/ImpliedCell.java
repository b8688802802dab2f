package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Cell 0 of a domain without {@code <numa>}: its memory, and the vCPUs of no SPM cell. */
final class ImpliedCell {

  /** Size of libvirt's vCPU bitmaps (VIR_DOMAIN_CPUMASK_LEN). */
  private static final int MAX_VCPUS = 16_384;

  private final Element root;
  private final Problems problems;

  ImpliedCell(Element root, Problems problems) {
    this.root = root;
    this.problems = problems;
  }

  /**
   * Returns the cell, declared by {@code <memory>}; empty with a problem reported if that is
   * missing.
   */
  Optional<Cell> read(List<Cell> special) {
    Optional<Element> memory = root.child("memory");
    if (memory.isEmpty()) {
      problems.error(
          root,
          "neither <memory> nor <numa>: "
              + Remedy.of("add for example <memory unit='GiB'>8</memory>, without SPM"));
      return Optional.empty();
    }
    problems.setNode(memory.get(), 0);
    Optional<Long> sizeKib = sizeKib(memory.get());
    Optional<NodeSet> cpus = cpus();
    if (sizeKib.isEmpty() || cpus.isEmpty()) {
      return Optional.empty();
    }
    NodeSet left = cpus.get();
    for (Cell cell : special) {
      left = left.without(NodeSet.in(cell.declared().attribute("cpus")).orElse(NodeSet.NONE));
    }
    return Optional.of(cell(memory.get(), sizeKib.get(), left));
  }

  private static Cell cell(Element memory, long sizeKib, NodeSet cpus) {
    return new Cell(
        0,
        MemorySize.alignCellKib(sizeKib),
        cpus.isEmpty() ? Optional.empty() : Optional.of(cpus.toString()),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        Source.NONE,
        false,
        memory,
        Optional.empty());
  }

  /**
   * Memory of cell 0 in KiB: {@code <memory>} without the memory devices that libvirt counts in it
   * (virDomainDefGetMemoryInitial).
   */
  private Optional<Long> sizeKib(Element memory) {
    try {
      long kib = MemorySize.kib(memory.text(), memory.value("unit").orElse(""));
      long devicesKib = MemoryDeviceSizes.sumKib(root);
      if (kib > devicesKib) {
        return Optional.of(kib - devicesKib);
      }
      String beside =
          devicesKib == 0 ? "" : " beside memory devices of " + MemorySize.words(devicesKib);
      problems.error(
          memory,
          "<memory> "
              + WrittenSize.of(memory)
              + " leaves none for cell 0"
              + beside
              + ": "
              + Remedy.of("give the domain more"));
    } catch (BadValueException bad) {
      problems.error(memory, "<memory> " + bad.marked());
    }
    return Optional.empty();
  }

  /** The vCPUs by {@code <vcpu>}; one if that is missing. */
  private Optional<NodeSet> cpus() {
    Optional<Element> vcpu = root.child("vcpu");
    String number = vcpu.map(Element::text).orElse("1");
    if (Digits.are(number, 5)
        && Integer.parseInt(number) > 0
        && Integer.parseInt(number) <= MAX_VCPUS) {
      return Optional.of(NodeSet.upTo(Integer.parseInt(number)));
    }
    problems.error(
        vcpu.orElse(root),
        "<vcpu> '"
            + Excerpt.of(number)
            + "' is not a number of vCPUs: "
            + Remedy.of("write one from 1 to " + MAX_VCPUS));
    return Optional.empty();
  }
}
