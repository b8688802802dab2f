package org.libvirtspm.translator.internal.step;

import java.util.List;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * Disables the balloon. libvirt does not count the SPM, so its balloon target would take the same
 * amount from the guest's ordinary memory once the guest's driver loads.
 */
public final class SilenceBalloon implements Step {

  private static final NewElement NONE = NewElement.named("memballoon").with("model", "none");

  @Override
  public void apply(Domain domain, Plan plan) {
    List<Element> balloons = domain.devices("memballoon");
    if (domain.spmCells().isEmpty()) {
      return;
    }
    if (balloons.isEmpty()) {
      plan.addTo("devices", NONE, NONE);
      return;
    }
    Element only = balloons.get(0);
    if (!isNone(only)) {
      plan.journal().removed(only);
      plan.editor().replace(only, NONE);
      plan.journal().added("devices", NONE);
    }
  }

  private static boolean isNone(Element balloon) {
    return balloon.value("model").filter("none"::equals).isPresent();
  }
}
