package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Refuses automatic placement: numad chooses the host nodes at start, so they cannot be written
 * down before.
 */
final class AutomaticPlacement implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    if (domain.spmCells().stream().allMatch(c -> c.source().nodemask().isPresent())) {
      return;
    }
    domain.root().descend("numatune", "memory").stream()
        .filter(m -> isAutomatic(m) || (isAsTheVcpus(m) && isAutomatic(vcpu(domain, m))))
        .forEach(
            m ->
                problems.error(
                    m,
                    "placement='auto' cannot reach SPM cells in this dialect: "
                        + Remedy.of(
                            "give them <source><nodemask>, or numatune a nodeset without it")));
  }

  /** True without a nodeset: libvirt then takes the placement of the vCPUs. */
  private static boolean isAsTheVcpus(Element memory) {
    return memory.attribute("nodeset").isEmpty();
  }

  private static Element vcpu(Domain domain, Element otherwise) {
    return domain.root().child("vcpu").orElse(otherwise);
  }

  private static boolean isAutomatic(Element e) {
    return e.value("placement").filter("auto"::equals).isPresent();
  }
}
