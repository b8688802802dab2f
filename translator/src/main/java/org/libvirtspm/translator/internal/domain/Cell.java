package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * A cell of the guest.
 *
 * @param id its node, 0-based
 * @param sizeKib its memory, rounded up to whole MiB as libvirt does
 * @param cpus its vCPUs in libvirt's notation
 * @param access memAccess: shared or private
 * @param discard discard: yes or no
 * @param distances to other nodes, as far as this cell says
 * @param caches its memory side caches, in document order
 * @param source where an SPM cell's memory comes from
 * @param spm whether its memory is special
 * @param declared the element that describes it
 * @param live the element in {@code <cpu><numa>}; absent when only the metadata declares the cell
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

  /** True when vCPUs belong to it. */
  public boolean hasCpus() {
    return cpus.filter(c -> !XmlSpace.isBlank(c)).isPresent();
  }

  /** What users of the library see of it. */
  SpmCell published() {
    return new SpmCell(
        id,
        sizeKib,
        source.path(),
        source.effectiveAlignKib(sizeKib),
        source.pageKib(),
        source.nodemask().map(NodeSet::nodes).orElse(List.of()));
  }

  /** True when the metadata declares it. */
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
