package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.domain.Source;
import org.libvirtspm.translator.internal.domain.WrittenSize;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** The values of {@code <source>} must be consistent with each other and with the cell's size. */
final class SourceOfCells implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    for (Cell cell : domain.spmCells()) {
      check(cell, problems);
      domain.backing().pageKib(cell).ifPresent(kib -> checkPage(cell, kib, problems));
    }
  }

  private static void check(Cell cell, Problems problems) {
    Source source = cell.source();
    String name = "cell " + cell.id() + ": ";
    if (source.path().isPresent()) {
      checkPath(cell, source, problems);
    } else if (source.alignKib().isPresent()) {
      problems.error(
          SourceElements.find(cell, "alignsize"),
          name + "<alignsize> goes with <path>: " + Remedy.of("add the path or remove it"));
    }
    source
        .alignKib()
        .ifPresent(
            kib ->
                checkSize(
                    cell, kib, "alignsize", SourceElements.find(cell, "alignsize"), problems));
    source
        .pageKib()
        .ifPresent(
            kib ->
                checkSize(cell, kib, "pagesize", SourceElements.find(cell, "pagesize"), problems));
  }

  private static void checkPage(Cell cell, long pageKib, Problems problems) {
    if (cell.sizeKib() < pageKib && cell.source().pageKib().isEmpty()) {
      problems.error(
          cell.declared(),
          "memory",
          WrittenSize.problem(
              cell.id(),
              cell.declared(),
              "is less than one huge page of " + MemorySize.words(pageKib),
              "give it more"));
    }
  }

  private static void checkPath(Cell cell, Source source, Problems problems) {
    String name = "cell " + cell.id() + ": ";
    String path = source.path().orElseThrow();
    if (source.pageKib().isPresent()) {
      problems.error(
          SourceElements.find(cell, "pagesize"),
          name
              + "<pagesize> does not go with path '"
              + Excerpt.of(path)
              + "', which has its own page size: "
              + Remedy.of("remove one of them"));
    }
    if (cell.access().filter("private"::equals).isPresent()) {
      problems.error(
          cell.declared(),
          "memAccess",
          name
              + "memAccess='private' does not go with path '"
              + Excerpt.of(path)
              + "', whose memory is always shared: "
              + Remedy.of("remove it or say 'shared'"));
    }
    if (cell.discard().filter("yes"::equals).isPresent()) {
      problems.warning(
          cell.declared(),
          name
              + "discard='yes' has no effect on path '"
              + Excerpt.of(path)
              + "': libvirt discards only memory files of its own");
    }
    source
        .effectiveAlignKib(cell.sizeKib())
        .ifPresent(kib -> checkImplied(cell, kib, source, problems));
  }

  private static void checkImplied(Cell cell, long alignKib, Source source, Problems problems) {
    if (source.alignKib().isEmpty() && cell.sizeKib() % alignKib != 0) {
      problems.error(
          cell.declared(),
          WrittenSize.problem(
              cell.id(),
              cell.declared(),
              "is not a multiple of 2 MiB, the smallest alignment of device-dax",
              "round the size"));
    }
  }

  private static void checkSize(Cell cell, long kib, String what, Element at, Problems problems) {
    String name = "cell " + cell.id() + ": " + what + " '" + WrittenSize.of(at) + "'";
    if (Long.bitCount(kib) != 1) {
      problems.error(
          at,
          name
              + " is not a power of two: "
              + Remedy.of("use for example " + MemorySize.words(Long.highestOneBit(kib))));
    } else if (cell.sizeKib() % kib != 0) {
      problems.error(
          at,
          name
              + " does not divide the cell's "
              + WrittenSize.of(cell.declared())
              + ": "
              + WrittenSize.remedy(cell.declared(), "change one of them"));
    }
  }
}
