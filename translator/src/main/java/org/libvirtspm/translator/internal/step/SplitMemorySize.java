package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemoryDeviceSizes;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Subtracts the SPM from {@code <memory>}: libvirt counts only the cells and devices it sees. */
public final class SplitMemorySize implements Step {

  private final boolean ballooned;

  /**
   * Takes the treatment of {@code <currentMemory>}.
   *
   * @param ballooned true if the guest keeps its balloon; otherwise it starts with all its memory
   */
  public SplitMemorySize(boolean ballooned) {
    this.ballooned = ballooned;
  }

  @Override
  public void apply(Domain domain, Plan plan) {
    if (domain.spmCells().isEmpty()) {
      return;
    }
    long leftKib = domain.ordinaryKib() + MemoryDeviceSizes.sumKib(domain.root());
    resize(domain, "memory", leftKib, plan);
    if (!ballooned || domain.currentKib().orElse(Long.MAX_VALUE) > leftKib) {
      resize(domain, "currentMemory", leftKib, plan);
    }
  }

  private static void resize(Domain domain, String name, long kib, Plan plan) {
    Optional<Element> there = domain.root().child(name);
    if (there.isPresent()) {
      plan.resize(there.get(), kib);
    } else if (domain.isCellZeroImplied()) {
      plan.addSize(name, kib);
    } else {
      plan.journal().sizeLeftOut(NewElement.named(name), kib, domain.spmKib());
    }
  }
}
