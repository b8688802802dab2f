package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * A NUMA cell of the guest.
 *
 * @param id node id, 0 to 127
 * @param sizeKib memory in KiB, rounded up to whole MiB as libvirt does
 * @param cpus vCPUs in libvirt's notation; empty for none
 * @param access memAccess: shared or private; empty if not given
 * @param discard discard: yes or no; empty if not given
 * @param distances distances by node id, as far as this cell gives them
 * @param caches memory side caches, in document order
 * @param source origin of an SPM cell's memory
 * @param spm whether the memory is special purpose
 * @param declared the element that describes the cell
 * @param live the element in {@code <cpu><numa>}; empty if only the metadata declares the cell
 */
public record Cell(
    int id,
    long sizeKib,
    Optional<String> cpus,
    Optional<String> access,
    Optional<String> discard,
    Map<Integer, Integer> distances,
    List<MemoryCache> caches,
    Source source,
    boolean spm,
    Element declared,
    Optional<Element> live) {

  /** True if the cell has vCPUs. */
  public boolean hasCpus() {
    return cpus.filter(c -> !XmlSpace.isBlank(c)).isPresent();
  }

  /** Converts the cell to the public record. */
  SpmCell published() {
    return new SpmCell(
        id,
        sizeKib,
        source.path(),
        source.effectiveAlignKib(sizeKib),
        source.pageKib(),
        source.nodemask().map(NodeSet::nodes).orElse(List.of()));
  }

  /** True if the metadata declares the cell. */
  public boolean isInMetadata() {
    return live.filter(l -> l == declared).isEmpty();
  }

  Cell withLive(Element element, Cell other) {
    return new Cell(
        id,
        sizeKib,
        cpus.or(other::cpus),
        access.or(other::access),
        discard.or(other::discard),
        distances.isEmpty() ? other.distances : distances,
        caches.isEmpty() ? other.caches : caches,
        source,
        spm,
        declared,
        Optional.of(element));
  }
}
