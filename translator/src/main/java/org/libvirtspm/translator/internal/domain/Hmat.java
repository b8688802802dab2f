package org.libvirtspm.translator.internal.domain;

import java.util.List;

/**
 * Divides the guest's HMAT between libvirt and the translation, which writes the part about nodes
 * that libvirt does not see.
 */
public final class Hmat {

  private Hmat() {}

  /**
   * True if the domain has latencies, bandwidths or caches; libvirt then gives every node an
   * initiator.
   */
  public static boolean isIn(Domain domain) {
    return !domain.interconnects().isEmpty() || hasCaches(domain.cells());
  }

  /**
   * True for an interconnect that names an SPM node or is declared in the metadata only: it becomes
   * an argument.
   */
  public static boolean isPassedThrough(Domain domain, Interconnect i) {
    return domain.declaration().filter(d -> i.element().parent().parent() == d).isPresent()
        || domain.isSpmNode(i.initiator())
        || domain.isSpmNode(i.target());
  }

  /** True if something is left for libvirt's own HMAT without the SPM cells. */
  public static boolean staysWithLibvirt(Domain domain) {
    return domain.interconnects().stream().anyMatch(i -> !isPassedThrough(domain, i))
        || hasCaches(domain.ordinaryCells());
  }

  private static boolean hasCaches(List<Cell> cells) {
    for (Cell cell : cells) {
      if (!cell.caches().isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
