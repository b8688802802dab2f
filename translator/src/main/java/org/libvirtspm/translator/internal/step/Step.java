package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;

/** One thing a translation does; it does nothing where it does not apply. */
@FunctionalInterface
public interface Step {

  /** Adds its changes to the plan. */
  void apply(Domain domain, Plan plan);
}
