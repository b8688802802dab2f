package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.plan.Plan;

/** Adds backends and nodes of the SPM cells as arguments, each node with the dialect's mark. */
public final class MarkNodes implements Step {

  private final String key;
  private final String value;

  /** Takes key and value of the {@code -numa node} option that marks the memory. */
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
