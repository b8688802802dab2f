package org.libvirtspm.host.dax;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A device-dax device of the host, as sysfs describes it.
 *
 * @param name such as dax0.0
 * @param number its device number, such as 252:1; empty if sysfs has none
 * @param sizeBytes its size in bytes
 * @param alignBytes its alignment in bytes; sizes and mappings must be multiples of it
 * @param targetNode host node of the memory, in the firmware's numbering
 * @param numaNode nearest online host node
 * @param driver device_dax or kmem; empty if none is bound
 */
public record DaxDevice(
    String name,
    String number,
    long sizeBytes,
    OptionalLong alignBytes,
    OptionalLong targetNode,
    OptionalLong numaNode,
    Optional<String> driver) {

  /** The driver that provides the memory through the device node. */
  public static final String USABLE = "device_dax";

  /** The driver that adds the memory to the host's RAM. */
  public static final String SYSTEM_RAM = "kmem";

  private static final long BYTES_PER_KIB = 1024;

  /** Returns the path of the device node, which may be missing. */
  public String path() {
    return "/dev/" + name;
  }

  /** Returns the size in KiB, rounded down. */
  public long sizeKib() {
    return sizeBytes / BYTES_PER_KIB;
  }

  /** Returns the alignment in KiB; 1 if sysfs has none. */
  public long alignKib() {
    return Math.max(1, alignBytes.orElse(0) / BYTES_PER_KIB);
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
