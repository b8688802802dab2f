package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.DeviceOverride;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Ties PCI expander buses to SPM nodes with a device property, since libvirt does not see the
 * nodes.
 */
public final class MoveExpanderBuses implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    int unnamed = 0;
    for (Element controller : domain.devices("controller")) {
      Optional<Element> node =
          controller.descend("target", "node").filter(n -> domain.isSpmNode(n.text()));
      if (node.isPresent()) {
        Optional<String> known = Aliases.ofController(controller);
        String alias = known.isPresent() ? known.get() : "ua-spm-pxb" + unnamed++;
        move(controller, node.get(), alias, known.isEmpty(), plan);
      }
    }
  }

  private static void move(
      Element controller, Element node, String alias, boolean isNew, Plan plan) {
    if (isNew) {
      String place = "devices/controller:" + alias;
      Aliases.add(controller, alias, place, plan);
      plan.remove(node, place + "/target");
    } else {
      plan.remove(node);
    }
    plan.override(new DeviceOverride(alias).unsigned("numa_node", Long.parseLong(node.text())));
  }
}
