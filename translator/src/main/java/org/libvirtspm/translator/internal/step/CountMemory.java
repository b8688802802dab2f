package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemoryDeviceSizes;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Adds the SPM to the {@code <memory>} of a domain without {@code <numa>}, as libvirt does once the
 * domain has cells. {@code <currentMemory>}, the balloon's target for ordinary memory, keeps its
 * value; if it was missing, the old default is written.
 */
public final class CountMemory implements Step {

  private static final String CURRENT = "currentMemory";

  @Override
  public void apply(Domain domain, Plan plan) {
    if (!domain.isCellZeroImplied()) {
      return;
    }
    long ordinaryKib = domain.ordinaryKib() + MemoryDeviceSizes.sumKib(domain.root());
    plan.resize(
        domain.root().child("memory").orElseThrow(), Math.addExact(ordinaryKib, domain.spmKib()));
    Optional<Element> current = domain.root().child(CURRENT);
    if (current.isEmpty()) {
      plan.addSize(CURRENT, ordinaryKib);
    } else if (domain.currentKib().isEmpty()) {
      plan.resize(current.get(), ordinaryKib);
    }
  }
}
