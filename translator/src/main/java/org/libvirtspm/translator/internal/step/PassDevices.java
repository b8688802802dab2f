package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.plan.Plan;

/** Adds the sp-mem devices of the SPM cells as arguments, each with its backend. */
public final class PassDevices implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    Backend.passAll(domain, plan);
    for (Cell cell : domain.spmCells()) {
      plan.argument(
          "-device",
          OptionValue.of("sp-mem")
              .with("id", GivenNames.device(cell.id()))
              .with("memdev", GivenNames.backend(cell.id()))
              .with("node", cell.id()));
    }
  }
}
