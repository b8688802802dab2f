package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Writes the devices that earlier steps added. */
public final class WriteDevices implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    if (plan.devices().isEmpty()) {
      return;
    }
    Optional<Element> devices = domain.root().child("devices");
    if (devices.isPresent()) {
      plan.devices().forEach(d -> plan.editor().append(devices.get(), d));
    } else {
      plan.addTop("devices", NewElement.named("devices").with(plan.devices()));
      plan.journal().created("devices");
    }
  }
}
