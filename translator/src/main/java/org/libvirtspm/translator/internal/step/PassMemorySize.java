package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.plan.Plan;

/**
 * Tells QEMU the size of all boot memory: libvirt's {@code -m} is the sum of its own cells, a later
 * one wins, and QEMU demands that the nodes add up to it.
 */
public final class PassMemorySize implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    if (!domain.spmCells().isEmpty()) {
      plan.argument("-m", OptionValue.ofPairs().with("size", MemorySize.qemu(domain.cellsKib())));
    }
  }
}
