package org.libvirtspm.translator.internal.step;

import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.Hmat;
import org.libvirtspm.translator.internal.domain.Interconnect;

/** The initiator of a node, as libvirt chooses it (virDomainNumaGetInitiator). */
final class Initiators {

  private Initiators() {}

  /** The nearest node with vCPUs: of the lowest latency, else of the highest bandwidth. */
  static OptionalInt of(Domain domain, Cell cell) {
    if (!Hmat.isIn(domain)) {
      return OptionalInt.empty();
    }
    Comparator<Interconnect> byValue = Comparator.comparingLong(Interconnect::value);
    Optional<Interconnect> nearest =
        to(domain, cell, true)
            .min(byValue)
            .or(() -> to(domain, cell, false).min(byValue.reversed()));
    return OptionalInt.of(
        nearest.map(Interconnect::initiator).orElseGet(() -> firstWithCpus(domain)));
  }

  private static Stream<Interconnect> to(Domain domain, Cell cell, boolean latencies) {
    return domain.interconnects().stream()
        .filter(i -> i.isLatency() == latencies && i.target() == cell.id());
  }

  private static int firstWithCpus(Domain domain) {
    return domain.cells().stream().filter(Cell::hasCpus).findFirst().map(Cell::id).orElse(0);
  }
}
