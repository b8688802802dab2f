package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the {@code <source>} of an SPM cell says.
 *
 * @param path the file or device the memory is; absent for anonymous memory
 * @param alignKib alignment of the mapping in KiB, as given
 * @param pageKib huge page size in KiB
 * @param nodemask host nodes to take the memory from
 */
public record Source(
    Optional<String> path,
    OptionalLong alignKib,
    OptionalLong pageKib,
    Optional<NodeSet> nodemask) {

  /** A cell without {@code <source>}. */
  public static final Source NONE =
      new Source(Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

  /** True for a path below /dev/dax: device-dax wants shared mappings and an alignment. */
  public boolean isDeviceDax() {
    return path.filter(p -> p.startsWith("/dev/dax")).isPresent();
  }

  /**
   * The alignment to ask for, in KiB: as given, else for device-dax the largest of its usual two
   * that divides the size, since QEMU refuses none and a smaller one than the device's.
   */
  public OptionalLong effectiveAlignKib(long sizeKib) {
    if (alignKib.isPresent() || !isDeviceDax()) {
      return alignKib;
    }
    return OptionalLong.of(sizeKib % MemorySize.GIB == 0 ? MemorySize.GIB : 2 * MemorySize.MIB);
  }
}
