package org.libvirtspm.translator.internal.step;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.EmptiedCell;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Copies interconnects declared only in the metadata to {@code <cpu><numa>}. */
public final class AddInterconnects implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    List<NewElement> declared =
        domain.declaration().stream()
            .flatMap(e -> e.elements().stream())
            .filter(e -> e.localName().equals("interconnects"))
            .flatMap(e -> e.elements().stream())
            .map(EmptiedCell::plain)
            .toList();
    if (declared.isEmpty()) {
      return;
    }
    Optional<Element> there = domain.numa().flatMap(n -> n.child("interconnects"));
    if (there.isPresent()) {
      declared.forEach(i -> plan.editor().append(there.get(), i));
      declared.forEach(i -> plan.journal().added("cpu/numa/interconnects", i));
    } else {
      NewElement all = NewElement.named("interconnects").with(declared);
      domain.numa().ifPresentOrElse(n -> plan.editor().append(n, all), () -> plan.topology(all));
      plan.journal().added("cpu/numa", all);
    }
  }
}
