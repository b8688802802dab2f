package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.domain.WrittenSize;

/** libvirt rounds memory devices up to 2 MiB, cells only to 1 MiB: the guest would get more. */
final class DeviceSizes implements Rule {

  private static final long STEP_KIB = 2 * MemorySize.MIB;

  @Override
  public void check(Domain domain, Problems problems) {
    for (Cell cell : domain.spmCells()) {
      if (cell.sizeKib() % STEP_KIB != 0) {
        problems.error(
            cell.declared(),
            "memory",
            WrittenSize.problem(
                cell.id(),
                cell.declared(),
                "is not a multiple of 2 MiB, as dialect sp-mem needs",
                "round the size"));
      }
    }
  }
}
