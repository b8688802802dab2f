package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * The content of an SPM cell's {@code <source>}.
 *
 * @param path file or device that backs the memory; empty for anonymous memory
 * @param alignKib alignment of the mapping in KiB, as given
 * @param pageKib huge page size in KiB
 * @param nodemask host nodes of the memory
 */
public record Source(
    Optional<String> path,
    OptionalLong alignKib,
    OptionalLong pageKib,
    Optional<NodeSet> nodemask) {

  /** The source of a cell without {@code <source>}. */
  public static final Source NONE =
      new Source(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

  /**
   * True for a path that begins with /dev/dax: device-dax needs shared mappings and an alignment.
   */
  public boolean isDeviceDax() {
    return path.filter(p -> p.startsWith("/dev/dax")).isPresent();
  }

  /**
   * Returns the alignment to request, in KiB: the given one, otherwise for device-dax the larger of
   * its two usual ones that divides the size. QEMU refuses 0 and any alignment below the device's.
   */
  public OptionalLong effectiveAlignKib(long sizeKib) {
    if (alignKib.isPresent() || !isDeviceDax()) {
      return alignKib;
    }
    return OptionalLong.of(sizeKib % MemorySize.GIB == 0 ? MemorySize.GIB : 2 * MemorySize.MIB);
  }
}
