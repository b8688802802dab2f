package org.libvirtspm.translator.internal.domain;

/** Who writes the guest's HMAT: libvirt, or the translation for what libvirt no longer sees. */
public final class Hmat {

  private Hmat() {}

  /** True when the domain describes one; then libvirt gives every node an initiator. */
  public static boolean isIn(Domain domain) {
    return !domain.interconnects().isEmpty()
        || domain.cells().stream().anyMatch(c -> !c.caches().isEmpty());
  }

  /** True for what must be passed through: it names an SPM node, or only the metadata has it. */
  public static boolean isPassedThrough(Domain domain, Interconnect i) {
    return domain.declaration().filter(d -> i.element().parent().parent() == d).isPresent()
        || domain.isSpmNode(i.initiator())
        || domain.isSpmNode(i.target());
  }

  /** True when libvirt still describes some of it without the SPM cells. */
  public static boolean staysWithLibvirt(Domain domain) {
    return domain.interconnects().stream().anyMatch(i -> !isPassedThrough(domain, i))
        || domain.ordinaryCells().stream().anyMatch(c -> !c.caches().isEmpty());
  }
}
