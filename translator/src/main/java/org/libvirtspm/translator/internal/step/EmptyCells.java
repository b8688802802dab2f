package org.libvirtspm.translator.internal.step;

import java.util.List;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.EmptiedCell;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Markup;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * Sets the memory of SPM cells to 0: libvirt 12 writes {@code -numa node} for them and keeps their
 * vCPUs, distances and caches.
 */
public final class EmptyCells implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    for (Cell cell : domain.spmCells()) {
      if (cell.live().isEmpty()) {
        add(domain, cell, plan);
      } else if (cell.isInMetadata()) {
        emptyPlaceholder(cell.live().get(), plan);
      } else {
        empty(cell.declared(), plan);
      }
    }
  }

  private static void empty(Element e, Plan plan) {
    plan.editor().setValue(e.attribute("memory").orElseThrow(), "0");
    e.attribute("spm").ifPresent(plan.editor()::removeAttribute);
    e.child("source").ifPresent(plan.editor()::remove);
  }

  private static void emptyPlaceholder(Element e, Plan plan) {
    e.attribute("memory")
        .filter(a -> !a.value().equals("0"))
        .ifPresent(a -> plan.setValue(e, a, "0"));
  }

  private static void add(Domain domain, Cell cell, Plan plan) {
    Markup emptied = EmptiedCell.markup(domain.document(), cell);
    if (domain.isCellZeroImplied()) {
      plan.topology(emptied);
    } else {
      Element numa = domain.numa().orElseThrow();
      List<Element> cells = numa.elements("cell");
      int index = numa.children().indexOf(cells.get(cells.size() - 1)) + 1;
      plan.editor().insert(numa, index, emptied);
    }
    plan.journal()
        .added("cpu/numa", NewElement.named("cell").with("id", String.valueOf(cell.id())));
  }
}
