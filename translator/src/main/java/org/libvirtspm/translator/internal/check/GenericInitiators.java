package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * A host device on SPM nodes takes an argument for each of them: a few characters of a document
 * would become a hundred times as many.
 */
final class GenericInitiators implements Rule {

  /** A guest has fewer PCI functions, and hardly one of them is on every node. */
  private static final int MAX = 16_384;

  @Override
  public void check(Domain domain, Problems problems) {
    int count = 0;
    for (Element hostdev : domain.devices("hostdev")) {
      Element acpi = hostdev.child("acpi").orElse(hostdev);
      count +=
          NodeSet.in(acpi.attribute("nodeset")).orElse(NodeSet.NONE).and(domain.spmNodes()).size();
      if (count > MAX) {
        problems.error(
            acpi,
            "nodeset",
            "host devices are on SPM nodes more than "
                + MAX
                + " times: give each the nodes it is near to");
        return;
      }
    }
  }
}
