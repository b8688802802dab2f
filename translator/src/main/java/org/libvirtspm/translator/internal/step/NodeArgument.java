package org.libvirtspm.translator.internal.step;

import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.Hmat;
import org.libvirtspm.translator.internal.domain.Interconnect;
import org.libvirtspm.translator.internal.plan.OptionValue;

/** The beginning of {@code -numa node,…}. */
final class NodeArgument {

  private NodeArgument() {}

  static OptionValue of(Domain domain, Cell cell) {
    OptionValue node = OptionValue.of("node").with("nodeid", cell.id());
    initiator(domain, cell).ifPresent(i -> node.with("initiator", i));
    return node;
  }

  /**
   * Returns the initiator that libvirt chooses (virDomainNumaGetInitiator): the nearest node with
   * vCPUs, of the lowest latency, else of the highest bandwidth.
   */
  private static OptionalInt initiator(Domain domain, Cell cell) {
    if (!Hmat.isIn(domain)) {
      return OptionalInt.empty();
    }
    Comparator<Interconnect> byValue = Comparator.comparingLong(Interconnect::value);
    return OptionalInt.of(
        to(domain, cell, true)
            .min(byValue)
            .or(() -> to(domain, cell, false).min(byValue.reversed()))
            .map(Interconnect::initiator)
            .orElseGet(() -> firstWithCpus(domain)));
  }

  private static Stream<Interconnect> to(Domain domain, Cell cell, boolean latencies) {
    return domain.interconnects().stream()
        .filter(i -> i.isLatency() == latencies && i.target() == cell.id());
  }

  private static int firstWithCpus(Domain domain) {
    return domain.cells().stream().filter(Cell::hasCpus).findFirst().map(Cell::id).orElse(0);
  }
}
