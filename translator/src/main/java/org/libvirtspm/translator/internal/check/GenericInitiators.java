package org.libvirtspm.translator.internal.check;

import java.util.HashSet;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Limits the nodesets of host devices. Each node of one becomes an argument, so that a short
 * document could grow a hundredfold.
 */
final class GenericInitiators implements Rule {

  /**
   * Most initiators in one domain. Real guests need far fewer: they have fewer PCI functions, and
   * few of these are on every node.
   */
  private static final int MAX = 16_384;

  @Override
  public void check(Domain domain, Problems problems) {
    int count = 0;
    Set<String> aliases = new HashSet<>();
    for (Element hostdev : domain.devices("hostdev")) {
      Element acpi = hostdev.child("acpi").orElse(hostdev);
      int nodes =
          NodeSet.in(acpi.attribute("nodeset")).orElse(NodeSet.NONE).and(domain.spmNodes()).size();
      count += nodes;
      if (nodes > 0) {
        checkAlias(hostdev, aliases, problems);
      }
      if (count > MAX) {
        problems.error(
            acpi,
            "nodeset",
            "host devices are on SPM nodes more than "
                + MAX
                + " times: "
                + Remedy.of("give each the nodes it is near to"));
        return;
      }
    }
  }

  /**
   * Refuses a user alias (ua-…) used twice: QEMU identifies the device by it. libvirt drops other
   * aliases.
   */
  private static void checkAlias(Element hostdev, Set<String> aliases, Problems problems) {
    hostdev
        .child("alias")
        .flatMap(a -> a.value("name"))
        .filter(n -> n.startsWith("ua-") && !aliases.add(n))
        .ifPresent(
            n ->
                problems.error(
                    hostdev,
                    "a second alias '" + Excerpt.of(n) + "': " + Remedy.of("change one of them")));
  }
}
