package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;

/** Passes the nodes of the SPM cells through, without memory: a device brings it. */
public final class DeclareNodes implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    for (Cell cell : domain.spmCells()) {
      plan.argument("-numa", NodeArgument.of(domain, cell));
    }
  }
}
