package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Writes a {@code <numa>} for a domain without one, including the implied cell 0. */
public final class WriteTopology implements Step {

  /** Name in the record for a {@code <numa>} that a translation created. */
  public static final String CREATED = "topology";

  @Override
  public void apply(Domain domain, Plan plan) {
    if (!domain.isCellZeroImplied()) {
      return;
    }
    NewElement numa =
        NewElement.named("numa").with(markup(domain.ordinaryCells().get(0))).with(plan.topology());
    Optional<Element> cpu = domain.root().child("cpu");
    if (cpu.isPresent()) {
      plan.editor().append(cpu.get(), numa);
    } else {
      plan.addTop("cpu", NewElement.named("cpu").with(numa));
      plan.journal().created("cpu");
    }
    plan.journal().created(CREATED);
  }

  private static NewElement markup(Cell cell) {
    NewElement e = NewElement.named("cell").with("id", String.valueOf(cell.id()));
    cell.cpus().ifPresent(c -> e.with("cpus", c));
    return e.with("memory", String.valueOf(cell.sizeKib())).with("unit", "KiB");
  }
}
