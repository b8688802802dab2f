package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * Adds {@code <locked/>} to domains with passthrough devices: libvirt's limit of locked memory does
 * not count the SPM (qemuDomainGetMemLockLimitBytes), so DMA mappings would fail.
 */
public final class LockMemory implements Step {

  private static final NewElement LOCKED = NewElement.named("locked");

  @Override
  public void apply(Domain domain, Plan plan) {
    if (!domain.spmCells().isEmpty()
        && domain.devices().anyMatch(LockMemory::mapsMemory)
        && !domain.backing().isLocked()
        && domain.root().descend("memtune", "hard_limit").isEmpty()) {
      plan.addTo("memoryBacking", LOCKED, LOCKED);
    }
  }

  private static boolean mapsMemory(Element device) {
    String type = device.value("type").orElse("");
    return switch (device.localName()) {
      case "hostdev" -> type.equals("pci") || type.equals("mdev");
      case "interface" -> type.equals("hostdev") || type.equals("vdpa");
      case "disk" -> type.equals("nvme") || type.equals("vhostvdpa");
      default -> false;
    };
  }
}
