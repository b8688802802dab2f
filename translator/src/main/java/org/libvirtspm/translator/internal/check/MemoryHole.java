package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * A marked node lies wholly below or wholly above the hole under 4 GiB, or QEMU refuses to start.
 * Memory is laid out in node order; below the hole fit 2 GiB on q35 once there are 2816 MiB in all,
 * 3 GiB on pc once there are 3584 MiB (pc_q35_init, pc_init1).
 */
final class MemoryHole implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    boolean q35 = domain.isQ35();
    long lowKib = (q35 ? 2 : 3) * MemorySize.GIB;
    long splitKib = (q35 ? 2816 : 3584) * MemorySize.MIB;
    if (domain.cellsKib() < splitKib || movesTheHole(domain)) {
      return;
    }
    long start = 0;
    for (Cell cell : domain.cells()) {
      long end = start + cell.sizeKib();
      if (cell.spm() && start < lowKib && end > lowKib) {
        refuse(domain, cell, lowKib - start, problems);
      }
      start = end;
    }
  }

  private static void refuse(Domain domain, Cell cell, long missingKib, Problems problems) {
    problems.error(
        cell.declared(),
        "memory",
        "cell "
            + cell.id()
            + " would lie across the 4 GiB hole of machine '"
            + (domain.machine().isEmpty() ? "pc" : Excerpt.of(domain.machine()))
            + "', which QEMU refuses: "
            + Remedy.of(
                "give the cells before it "
                    + MemorySize.qemu(missingKib)
                    + " more, or use dialect sp-mem"));
  }

  private static boolean movesTheHole(Domain domain) {
    return domain.qemuArguments().stream()
        .anyMatch(a -> a.value("value").orElse("").contains("max-ram-below-4g"));
  }
}
