package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Description of a libvirt memory device whose backend equals the one libvirt would make for the
 * SPM cell.
 *
 * @param node the ordinary node the device is plugged into; libvirt takes settings from there that
 *     the device does not give
 * @param access shared or private; empty if the node's setting fits
 * @param discard yes or no; empty if the node's setting fits
 * @param pageKib page size in KiB; empty if the node's setting fits
 * @param nodemask host nodes; empty if the node's binding fits
 */
public record Carrier(
    int node,
    Optional<String> access,
    Optional<String> discard,
    OptionalLong pageKib,
    Optional<NodeSet> nodemask) {

  /** Describes a device on the cell's own node, from which libvirt takes all but the source. */
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
