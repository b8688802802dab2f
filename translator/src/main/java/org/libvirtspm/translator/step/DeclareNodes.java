package org.libvirtspm.translator.step;

import org.libvirtspm.translator.domain.Cell;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.plan.Plan;

/** Passes the nodes of the SPM cells through, without memory: a device brings it. */
public final class DeclareNodes implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    for (Cell cell : domain.spmCells()) {
      plan.argument("-numa", NodeArgument.of(domain, cell));
    }
  }
}
