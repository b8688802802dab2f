package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.Interconnect;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** SPM cells have no vCPUs: libvirt, not knowing their nodes, would give them to cell 0. */
final class CpusStayOrdinary implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    for (Cell cell : domain.spmCells()) {
      if (cell.hasCpus()) {
        problems.error(
            cell.live().filter(l -> l.attribute("cpus").isPresent()).orElse(cell.declared()),
            "cpus",
            "cell "
                + cell.id()
                + " has cpus='"
                + Excerpt.of(cell.cpus().orElseThrow())
                + "', which only libvirt 12 with dialect sp-mem can give an SPM cell: "
                + Remedy.of("move them to an ordinary cell"));
      }
    }
    for (Interconnect i : domain.interconnects()) {
      if (domain.isSpmNode(i.initiator())) {
        problems.error(
            i.element(),
            "initiator",
            "initiator='"
                + i.initiator()
                + "' is an SPM cell without vCPUs: "
                + Remedy.of("name a cell that has some"));
      }
    }
  }
}
