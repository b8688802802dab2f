package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;

/** One change of a translation; it does nothing if it does not apply to the domain. */
@FunctionalInterface
public interface Step {

  /** Adds its changes to the plan. */
  void apply(Domain domain, Plan plan);
}
