package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a memory device of libvirt's must be described to have the backend its SPM cell would have
 * had.
 *
 * @param node the node libvirt sees it on; what it does not say itself, libvirt takes from there
 * @param access shared or private, where it must be said
 * @param discard yes or no, where it must be said
 * @param pageKib page size in KiB, where it must be said
 * @param nodemask host nodes, where they must be said
 */
public record Carrier(
    int node,
    Optional<String> access,
    Optional<String> discard,
    OptionalLong pageKib,
    Optional<NodeSet> nodemask) {

  /** On the cell's own node: libvirt takes all but the source from there. */
  public static Carrier onOwnNode(Cell cell) {
    boolean path = cell.source().path().isPresent();
    return new Carrier(
        cell.id(),
        path ? Optional.of("shared") : Optional.empty(),
        Optional.empty(),
        cell.source().pageKib(),
        cell.source().nodemask());
  }
}
