package org.libvirtspm.translator.internal.step;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Ties host devices to SPM nodes by arguments: those that libvirt 11.8 writes for {@code <acpi
 * nodeset>}, for the nodes that libvirt no longer sees.
 */
public final class MoveAcpiNodesets implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    Aliases.OfHostdevs aliases = new Aliases.OfHostdevs(domain);
    List<Element> hostdevs = domain.devices("hostdev");
    for (int i = 0; i < hostdevs.size(); i++) {
      Optional<Element> acpi = hostdevs.get(i).child("acpi");
      Optional<NodeSet> nodes = acpi.flatMap(a -> NodeSet.in(a.attribute("nodeset")));
      NodeSet special = nodes.map(domain.spmNodes()::and).orElse(NodeSet.NONE);
      if (!special.isEmpty()) {
        shrink(acpi.get(), nodes.get().without(special), plan);
        initiate(aliases.of(hostdevs.get(i), i), hostdevs.get(i), i, special, plan);
      }
    }
  }

  private static void shrink(Element acpi, NodeSet rest, Plan plan) {
    Attribute nodeset = acpi.attribute("nodeset").orElseThrow();
    if (!rest.isEmpty()) {
      plan.setValue(acpi, nodeset, rest.toString());
    } else if (acpi.attributes().size() == 1) {
      plan.remove(acpi);
    } else {
      plan.removeAttribute(acpi, nodeset);
    }
  }

  private static void initiate(
      Optional<String> known, Element hostdev, int ordinal, NodeSet nodes, Plan plan) {
    String alias = known.orElse("ua-spm-hostdev" + ordinal);
    if (known.isEmpty()) {
      Aliases.add(hostdev, alias, plan.journal().place(hostdev), plan);
    }
    for (int node : nodes.nodes()) {
      plan.argument(
          "-object",
          OptionValue.of("acpi-generic-initiator")
              .with("id", "spm-gi-" + alias + "-" + node)
              .with("pci-dev", alias)
              .with("node", node));
    }
  }
}
