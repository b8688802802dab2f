package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemoryDeviceSizes;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Adds or raises {@code <maxMemory>} for the devices with SPM: one slot each, and their sizes. */
public final class MakeRoom implements Step {

  private static final String NAME = "maxMemory";

  @Override
  public void apply(Domain domain, Plan plan) {
    int devices = domain.spmCells().size();
    if (devices == 0) {
      return;
    }
    long neededKib = domain.cellsKib() + MemoryDeviceSizes.sumKib(domain.root());
    Optional<Element> there = domain.root().child(NAME);
    if (there.isEmpty()) {
      plan.addTop(NAME, room(devices, neededKib));
      NewElement made = NewElement.named(NAME).with("slots", String.valueOf(devices));
      plan.journal().sizeLeftOut(made, neededKib, domain.spmKib());
    } else {
      long maximumKib = Math.max(neededKib, kib(there.get()));
      long slots = slots(there.get()) + devices;
      plan.resize(there.get(), maximumKib, room(slots, maximumKib));
    }
  }

  private static NewElement room(long slots, long kib) {
    return MemorySize.write(NewElement.named(NAME).with("slots", String.valueOf(slots)), kib);
  }

  private static long slots(Element e) {
    return e.value("slots").filter(s -> Digits.are(s, 9)).map(Long::parseLong).orElse(0L);
  }

  private static long kib(Element e) {
    try {
      return MemorySize.kib(e.text(), e.value("unit").orElse(""));
    } catch (BadValueException bad) {
      return 0;
    }
  }
}
