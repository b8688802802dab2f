package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemoryDeviceSizes;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.plan.Plan;

/**
 * Tells QEMU the whole of the memory and libvirt its share: libvirt's {@code -m} is the sum of its
 * own cells, a later one wins, and QEMU demands that the nodes add up to it.
 */
public final class ShareOutMemory implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    if (domain.spmCells().isEmpty()) {
      return;
    }
    plan.argument("-m", OptionValue.ofPairs().with("size", MemorySize.qemu(domain.cellsKib())));
    long leftKib = domain.ordinaryKib() + MemoryDeviceSizes.sumKib(domain.root());
    resize(domain, "memory", leftKib, plan);
    resize(domain, "currentMemory", leftKib, plan);
  }

  private static void resize(Domain domain, String name, long kib, Plan plan) {
    boolean missing = domain.root().child(name).isEmpty();
    if (missing && domain.isCellZeroImplied()) {
      plan.addSize(name, kib);
    } else if (missing) {
      plan.journal().sizeLeftOut(name, kib, domain.spmKib());
    } else {
      plan.resize(domain.root().child(name).get(), kib);
    }
  }
}
