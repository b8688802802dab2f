package org.libvirtspm.translator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A NUMA cell of the guest whose memory is Specific Purpose Memory.
 *
 * @param id NUMA node id in the guest, 0 to 127
 * @param sizeKib size in KiB, rounded up to whole MiB as libvirt does on x86
 * @param path file or device on the host that backs the memory; empty for anonymous host memory
 * @param alignKib alignment requested from QEMU, in KiB; empty for none
 * @param pageKib size of the huge pages requested by {@code <source>}, in KiB; empty for none
 * @param hostNodes host NUMA nodes requested by {@code <source>}, ascending; empty for any
 */
public record SpmCell(
    int id,
    long sizeKib,
    Optional<String> path,
    OptionalLong alignKib,
    OptionalLong pageKib,
    List<Integer> hostNodes) {

  /** Copies the list. */
  public SpmCell {
    hostNodes = List.copyOf(hostNodes);
  }

  /** Returns the size in bytes. */
  public long sizeBytes() {
    return Math.multiplyExact(sizeKib, 1024L);
  }
}
