package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;

/** Adds the nodes of the SPM cells as arguments without memory, which a device provides. */
public final class DeclareNodes implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    for (Cell cell : domain.spmCells()) {
      plan.argument("-numa", NodeArgument.of(domain, cell));
    }
  }
}
