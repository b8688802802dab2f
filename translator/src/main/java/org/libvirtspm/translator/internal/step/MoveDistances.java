package org.libvirtspm.translator.internal.step;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * Writes the distances from and to SPM nodes as arguments. QEMU then requires all pairs, so all
 * pairs that libvirt does not write are added, with libvirt's defaults.
 */
public final class MoveDistances implements Step {

  private static final int LOCAL = 10;
  private static final int REMOTE = 20;

  @Override
  public void apply(Domain domain, Plan plan) {
    if (domain.cells().stream().allMatch(c -> c.distances().isEmpty())) {
      return;
    }
    domain.ordinaryCells().forEach(c -> removeSiblings(domain, c, plan));
    boolean libvirtWrites =
        domain.ordinaryCells().stream().anyMatch(c -> keepsDistances(domain, c));
    for (Cell from : domain.cells()) {
      for (Cell to : domain.cells()) {
        if (from.spm() || to.spm() || !libvirtWrites) {
          plan.argument("-numa", argument(from, to));
        }
      }
    }
  }

  private static void removeSiblings(Domain domain, Cell cell, Plan plan) {
    for (Element distances : cell.declared().elements("distances")) {
      List<Element> victims =
          distances.elements("sibling").stream().filter(s -> isSpm(domain, s)).toList();
      plan.remove(distances, victims);
    }
  }

  private static boolean isSpm(Domain domain, Element sibling) {
    return sibling
        .value("id")
        .filter(id -> domain.isSpmNode(Integer.parseInt(XmlSpace.strip(id))))
        .isPresent();
  }

  private static boolean keepsDistances(Domain domain, Cell cell) {
    return cell.distances().keySet().stream().anyMatch(id -> !domain.isSpmNode(id));
  }

  private static OptionValue argument(Cell from, Cell to) {
    return OptionValue.of("dist")
        .with("src", from.id())
        .with("dst", to.id())
        .with("val", value(from, to));
  }

  /**
   * Returns the cell's own distance, otherwise the reverse one, as virDomainNumaDefParseXML does.
   */
  private static int value(Cell from, Cell to) {
    if (from.id() == to.id()) {
      return LOCAL;
    }
    return Optional.ofNullable(from.distances().get(to.id()))
        .or(() -> Optional.ofNullable(to.distances().get(from.id())))
        .orElse(REMOTE);
  }
}
