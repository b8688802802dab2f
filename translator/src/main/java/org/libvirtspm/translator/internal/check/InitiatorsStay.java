package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.Hmat;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * If the HMAT is about SPM cells only, libvirt writes none, and then no initiators for its own
 * nodes. Nodes with vCPUs are their own initiators; other ordinary nodes would lose theirs, and are
 * refused.
 */
final class InitiatorsStay implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    if (!Hmat.isIn(domain) || Hmat.staysWithLibvirt(domain)) {
      return;
    }
    for (Cell cell : domain.ordinaryCells()) {
      if (!cell.hasCpus() && !(cell.id() == 0 && leavesCpusOver(domain))) {
        problems.error(
            cell.declared(),
            "cell "
                + cell.id()
                + " would lose its initiator, as only SPM cells have latencies, bandwidths or caches: "
                + Remedy.of("give it a latency too, from a cell with vCPUs"));
      }
    }
  }

  /** True if some vCPUs belong to no cell: libvirt gives them to cell 0. */
  private static boolean leavesCpusOver(Domain domain) {
    long given =
        domain.cells().stream()
            .flatMap(c -> NodeSet.in(c.declared().attribute("cpus")).stream())
            .mapToLong(s -> s.nodes().size())
            .sum();
    String vcpus = domain.root().child("vcpu").map(v -> v.text()).orElse("1");
    return !Digits.are(vcpus, 6) || given < Long.parseLong(vcpus);
  }
}
