package org.libvirtspm.translator.step;

import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.plan.Plan;

/** One thing a translation does; it does nothing where it does not apply. */
@FunctionalInterface
public interface Step {

  /** Adds its changes to the plan. */
  void apply(Domain domain, Plan plan);
}
