package org.libvirtspm.host.dax;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A device-dax instance of the host.
 *
 * @param name such as dax0.0
 * @param sizeBytes what it holds
 * @param alignBytes what sizes and mappings must be multiples of
 * @param targetNode the host node its memory is, as the firmware numbers them
 * @param numaNode the nearest host node that has CPUs or memory online
 * @param driver device_dax or kmem; empty when none is bound
 * @param pciDevice address of the PCI device it belongs to or lies next to
 */
public record DaxDevice(
    String name,
    long sizeBytes,
    OptionalLong alignBytes,
    OptionalLong targetNode,
    OptionalLong numaNode,
    Optional<String> driver,
    Optional<String> pciDevice) {

  /** The driver that gives the memory to whoever opens the device. */
  public static final String USABLE = "device_dax";

  /** The driver that makes the memory the host's own. */
  public static final String SYSTEM_RAM = "kmem";

  /** The device node. */
  public String path() {
    return "/dev/" + name;
  }

  /** True when a guest can be given its memory. */
  public boolean isUsable() {
    return driver.filter(USABLE::equals).isPresent();
  }

  /** True when the host uses its memory itself. */
  public boolean isSystemRam() {
    return driver.filter(SYSTEM_RAM::equals).isPresent();
  }
}
