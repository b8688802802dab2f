package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;

/** Removes the SPM cells from {@code <cpu><numa>}; their nodes become arguments. */
public final class MoveCells implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    for (Cell cell : domain.spmCells()) {
      cell.live().ifPresent(live -> move(cell, live, plan));
    }
  }

  private static void move(Cell cell, Element live, Plan plan) {
    if (cell.isInMetadata()) {
      plan.remove(live);
    } else {
      plan.journal().removedCell(live, cell.id());
      plan.editor().remove(live);
    }
  }
}
