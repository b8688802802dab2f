package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.plan.Plan;

/** Passes backends and nodes of the SPM cells through, each node with its dialect's mark. */
public final class MarkNodes implements Step {

  private final String key;
  private final String value;

  /** Takes the option of {@code -numa node} that marks memory as special. */
  public MarkNodes(String key, String value) {
    this.key = key;
    this.value = value;
  }

  @Override
  public void apply(Domain domain, Plan plan) {
    Backend.passAll(domain, plan);
    for (Cell cell : domain.spmCells()) {
      plan.argument(
          "-numa",
          NodeArgument.of(domain, cell)
              .with("memdev", GivenNames.backend(cell.id()))
              .with(key, value));
    }
  }
}
