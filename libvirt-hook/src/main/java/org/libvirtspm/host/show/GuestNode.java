package org.libvirtspm.host.show;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.host.document.SpmNodes;
import org.libvirtspm.translator.internal.domain.Source;

/**
 * A NUMA node of a guest.
 *
 * @param id 0-based
 * @param spm whether its memory is special
 * @param cpus its vCPUs in libvirt's notation
 * @param source where special memory comes from
 * @param distances to other nodes, as far as this one says
 * @param devices those that belong to it, in words
 */
public record GuestNode(
    int id,
    boolean spm,
    Optional<String> cpus,
    long sizeKib,
    Source source,
    Map<Integer, Integer> distances,
    List<String> devices) {

  /** Describes the source of the memory: a path, huge pages, or host RAM. */
  public String backing() {
    return SpmNodes.backing(source.path(), source.pageKib());
  }

  /** Returns the only node of a domain without cells. */
  static GuestNode ordinary(String cpus, long sizeKib) {
    return new GuestNode(0, false, Optional.of(cpus), sizeKib, Source.NONE, Map.of(), List.of());
  }
}
