package org.libvirtspm.translator;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A cell whose memory is Specific Purpose Memory.
 *
 * @param id its node in the guest, 0 to 127
 * @param sizeKib its memory in KiB, rounded up to whole MiB as libvirt does on x86
 * @param path the file or device on the host that is its memory; empty for memory of the host
 * @param alignKib the alignment that QEMU is asked for, in KiB; empty for none
 * @param pageKib the size of the huge pages that {@code <source>} asks for, in KiB; empty for none
 * @param hostNodes the host's NUMA nodes that {@code <source>} takes memory from, ascending; empty
 *     for any
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

  /** Its memory in bytes. */
  public long sizeBytes() {
    return Math.multiplyExact(sizeKib, 1024L);
  }
}
