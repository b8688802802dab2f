package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Reads one cell and reports its problems. */
final class CellReader {

  /** QEMU's MAX_NODES. */
  static final int MAX_NODES = 128;

  private static final Set<String> ATTRIBUTES =
      Set.of("id", "cpus", "memory", "unit", "memAccess", "discard", "spm");
  private static final List<String> CHILDREN = List.of("source", "distances", "cache");

  private final Problems problems;
  private final CellReading reading;

  CellReader(Problems problems, CellReading reading) {
    this.problems = problems;
    this.reading = reading;
  }

  /**
   * Reads a cell.
   *
   * @param defaultId the id of a cell that gives none
   * @param inMetadata true for our own element, where every cell is an SPM cell
   */
  Optional<Cell> read(Element e, int defaultId, boolean inMetadata) {
    Optional<Integer> id = id(e, defaultId);
    id.ifPresent(node -> problems.setNode(e, node));
    Optional<Boolean> spm = spm(e, inMetadata);
    if (spm.isEmpty() || id.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> size = size(e, id.get(), spm.get());
    check(e, id.get(), spm.get());
    if (size.isEmpty() || problems.refused()) {
      return Optional.empty();
    }
    CellContents contents = new CellContents(reading.of(e));
    return Optional.of(
        new Cell(
            id.get(),
            MemorySize.alignCellKib(size.get()),
            e.value("cpus"),
            e.value("memAccess"),
            e.value("discard"),
            contents.distances(),
            contents.caches(),
            contents.source(),
            spm.get(),
            e,
            inMetadata ? Optional.empty() : Optional.of(e)));
  }

  private void check(Element e, int id, boolean spm) {
    Shape shape = new Shape(problems, id);
    if (spm) {
      checkSpm(e, shape);
      new TopologyCheck(problems, shape).checkContents(e);
    }
    if (!spm && e.child("source").isPresent()) {
      problems.error(
          e.child("source").get(),
          shape.cell() + "<source> is for SPM cells: " + Remedy.of("add spm='on' or remove it"));
    }
    new TopologyCheck(problems, shape).check(e);
  }

  private void checkSpm(Element e, Shape shape) {
    shape.attributes(e, ATTRIBUTES);
    shape.elements(e, CHILDREN);
    if (e.attribute("memAccess").isPresent()) {
      shape.oneOf(e, "memAccess", List.of("shared", "private"));
    }
    if (e.attribute("discard").isPresent()) {
      shape.oneOf(e, "discard", List.of("yes", "no"));
    }
    String cpus = e.value("cpus").orElse("");
    if (!XmlSpace.isBlank(cpus) && NodeSet.in(e.attribute("cpus")).isEmpty()) {
      problems.error(
          e,
          "cpus",
          shape.cell() + "cpus '" + Excerpt.of(cpus) + "' is not a set of vCPUs such as '0-3,6'");
    }
    new SourceCheck(problems, shape).check(e);
  }

  private Optional<Boolean> spm(Element e, boolean inMetadata) {
    Optional<Attribute> a = e.attribute("spm");
    if (a.isEmpty() || a.get().value().equals("on")) {
      return Optional.of(inMetadata || a.isPresent());
    }
    if (a.get().value().equals("off") && !inMetadata) {
      return Optional.of(false);
    }
    problems.error(
        a.get(),
        inMetadata
            ? "spm='"
                + Excerpt.of(a.get().value())
                + "': a cell in the metadata is an SPM cell, spm='on'"
            : "spm='"
                + Excerpt.of(a.get().value())
                + "' is neither 'on' nor 'off': "
                + Remedy.of("write spm='on' for special memory"));
    return Optional.empty();
  }

  private Optional<Integer> id(Element e, int defaultId) {
    Optional<Attribute> a = e.attribute("id");
    if (a.isEmpty()) {
      return defaultId(e, defaultId);
    }
    Optional<Integer> id = givenId(e);
    if (id.isEmpty()) {
      problems.error(
          a.get(),
          "id='"
              + Excerpt.of(a.get().value())
              + "' is not a node: "
              + Remedy.of(
                  "write a number from 0 to " + (MAX_NODES - 1) + ", without zeros before it"));
    }
    return id;
  }

  /** Returns the id given in the element; empty if it has none, or an invalid one. */
  static Optional<Integer> givenId(Element e) {
    return e.value("id")
        .filter(digits -> Digits.arePlain(digits, 9))
        .map(Integer::parseInt)
        .filter(id -> id < MAX_NODES);
  }

  private Optional<Integer> defaultId(Element e, int id) {
    if (id >= MAX_NODES) {
      problems.error(e, "this is cell " + id + ": QEMU has nodes 0 to " + (MAX_NODES - 1));
      return Optional.empty();
    }
    return Optional.of(id);
  }

  private Optional<Long> size(Element e, int id, boolean spm) {
    Optional<Attribute> memory = e.attribute("memory");
    if (memory.isEmpty()) {
      problems.error(
          e,
          "cell " + id + " has no memory: " + Remedy.of("add for example memory='16' unit='GiB'"));
      return Optional.empty();
    }
    try {
      long kib = MemorySize.kib(memory.get().value(), e.value("unit").orElse(""));
      if (spm && kib == 0) {
        problems.error(
            memory.get(),
            "cell "
                + id
                + ": memory='0', and an SPM cell is nothing but memory: "
                + Remedy.of("say how much"));
      }
      if (spm && kib > 0 && kib < MemorySize.MIB) {
        problems.error(
            memory.get(),
            WrittenSize.problem(
                id, e, "is less than 1 MiB, the smallest cell libvirt makes", "give it more"));
      }
      if (spm && kib > MemorySize.MIB && kib % MemorySize.MIB != 0) {
        problems.warning(
            e,
            WrittenSize.problem(
                id,
                e,
                "becomes " + MemorySize.words(MemorySize.alignCellKib(kib)) + " in libvirt",
                "give it whole MiB"));
      }
      return Optional.of(kib);
    } catch (BadValueException bad) {
      String at = bad.isAboutUnit() ? "unit" : "memory";
      problems.error(e, at, "cell " + id + ": memory " + bad.marked());
      return Optional.empty();
    }
  }
}
