package org.libvirtspm.translator.internal.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Finds an ordinary node whose memory device can have the backend of an SPM cell: settings the
 * device does not give come from its node (qemuBuildMemoryBackendProps).
 */
public final class CarrierSearch {

  private final Cell cell;
  private final MemoryBacking backing;
  private final Binding wanted;
  private final boolean path;

  private CarrierSearch(Domain domain, Cell cell) {
    this.cell = cell;
    this.backing = domain.backing();
    this.wanted = Binding.of(domain, cell);
    this.path = cell.source().path().isPresent();
  }

  /** Returns the device descriptions by cell id; empty if any SPM cell has none. */
  public static Optional<Map<Integer, Carrier>> all(Domain domain) {
    Map<Integer, Carrier> carriers = new HashMap<>();
    for (Cell cell : domain.spmCells()) {
      of(domain, cell).ifPresent(carrier -> carriers.put(cell.id(), carrier));
    }
    return Optional.of(carriers).filter(c -> c.size() == domain.spmCells().size());
  }

  /** Returns the description for the first node that fits. */
  private static Optional<Carrier> of(Domain domain, Cell cell) {
    CarrierSearch search = new CarrierSearch(domain, cell);
    return domain.ordinaryCells().stream()
        .flatMap(node -> search.on(domain, node).stream())
        .findFirst();
  }

  private Optional<Carrier> on(Domain domain, Cell node) {
    Binding there = Binding.of(domain, node);
    boolean sameNodes = there.nodes().equals(wanted.nodes());
    boolean fits =
        (path || accessFits(node))
            && there.mode().equals(wanted.mode())
            && (sameNodes || (!path && !wanted.isEmpty()));
    if (!fits) {
      return Optional.empty();
    }
    return Optional.of(
        new Carrier(
            node.id(),
            path ? Optional.of("shared") : access(node),
            path ? Optional.empty() : discard(node),
            path ? OptionalLong.empty() : pages(node),
            sameNodes ? Optional.empty() : wanted.nodes()));
  }

  /** False if the cell has no access mode and the node has one, since a device cannot reset it. */
  private boolean accessFits(Cell node) {
    return backing.access(cell).isPresent() || node.access().isEmpty();
  }

  private Optional<String> access(Cell node) {
    return node.access().isEmpty() ? cell.access() : backing.access(cell);
  }

  /** Page size to write: the system's page size if only the node has huge pages. */
  private OptionalLong pages(Cell node) {
    if (backing.isHuge(cell)) {
      OptionalLong own = backing.pageKib(cell);
      return own.equals(backing.pageKib(node)) ? OptionalLong.empty() : own;
    }
    return backing.isHuge(node)
        ? OptionalLong.of(MemoryBacking.SYSTEM_PAGE_KIB)
        : OptionalLong.empty();
  }

  private Optional<String> discard(Cell node) {
    return cell.discard().isPresent() || node.discard().isEmpty()
        ? cell.discard()
        : Optional.of(backing.discards() ? "yes" : "no");
  }
}
