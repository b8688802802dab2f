package org.libvirtspm.host.dax;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A device-dax device of the host.
 *
 * @param name such as dax0.0
 * @param sizeBytes its size in bytes
 * @param alignBytes its alignment in bytes; sizes and mappings must be multiples of it
 * @param targetNode host node of the memory, in the firmware's numbering
 * @param numaNode nearest online host node
 * @param driver device_dax or kmem; empty if none is bound
 * @param pciDevice address of its PCI device or of one next to it
 */
public record DaxDevice(
    String name,
    long sizeBytes,
    OptionalLong alignBytes,
    OptionalLong targetNode,
    OptionalLong numaNode,
    Optional<String> driver,
    Optional<String> pciDevice) {

  /** The driver that provides the memory through the device node. */
  public static final String USABLE = "device_dax";

  /** The driver that adds the memory to the host's RAM. */
  public static final String SYSTEM_RAM = "kmem";

  /** Returns the path of the device node. */
  public String path() {
    return "/dev/" + name;
  }

  /** True if a guest can use its memory. */
  public boolean isUsable() {
    return driver.filter(USABLE::equals).isPresent();
  }

  /** True if the host uses its memory as RAM. */
  public boolean isSystemRam() {
    return driver.filter(SYSTEM_RAM::equals).isPresent();
  }
}
