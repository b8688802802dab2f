package org.libvirtspm.translator.check;

import org.libvirtspm.translator.Problems;
import org.libvirtspm.translator.domain.Domain;

/**
 * An ordinary cell stays in {@code <cpu><numa>}: without one libvirt gives QEMU a {@code -machine
 * memory-backend=}, which does not go with nodes.
 */
final class OrdinaryNuma implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    if (domain.ordinaryCells().isEmpty() && !domain.spmCells().isEmpty()) {
      problems.error(
          domain.spmCells().get(0).declared(),
          "no ordinary cell in <cpu><numa>: add one with the guest's own memory and vCPUs");
    }
  }
}
