package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.plan.Plan;

/**
 * Adds a {@code -m} with the size of all boot memory. libvirt's own counts its cells only, QEMU
 * takes the last one, and requires it to equal the sum of the nodes.
 */
public final class PassMemorySize implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    if (!domain.spmCells().isEmpty()) {
      plan.argument("-m", OptionValue.ofPairs().with("size", MemorySize.qemu(domain.cellsKib())));
    }
  }
}
