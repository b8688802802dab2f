package org.libvirtspm.host.show;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.DomainReader;
import org.libvirtspm.translator.internal.domain.Interconnect;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * The NUMA nodes of a guest, and what connects them.
 *
 * @param name the domain's
 * @param interconnects latencies in nanoseconds and bandwidths in KiB per second; of several types
 *     the first
 */
public record Topology(String name, List<GuestNode> nodes, Map<Link, Long> interconnects) {

  /**
   * The ends of an interconnect.
   *
   * @param isLatency false for a bandwidth
   * @param cache 0 for the memory itself, otherwise the level of the memory side cache
   */
  public record Link(boolean isLatency, int initiator, int target, int cache) {}

  /** libvirt's default distances: to the node itself, and to another. */
  private static final int LOCAL = 10;

  private static final int REMOTE = 20;

  /** Reads an extended document; a domain without cells is one node. Adds problems to the list. */
  public static Topology of(Document extended, List<Problem> found) {
    Problems problems = new Problems(extended.text());
    Domain domain = DomainReader.read(extended, problems, CellReading.DIRECT);
    found.addAll(problems.list());
    Map<Integer, List<String>> devices = new NodeDevices(extended.root()).byNode();
    List<GuestNode> nodes =
        domain.cells().stream()
            .map(cell -> node(cell, devices.getOrDefault(cell.id(), List.of())))
            .sorted(Comparator.comparingInt(GuestNode::id))
            .toList();
    String name = extended.root().child("name").map(Element::text).orElse("");
    return new Topology(
        name,
        nodes.isEmpty() ? List.of(whole(extended.root())) : nodes,
        problems.refused() ? Map.of() : byLink(domain.interconnects()));
  }

  private static Map<Link, Long> byLink(List<Interconnect> interconnects) {
    Map<Link, Long> values = new HashMap<>();
    for (Interconnect i : interconnects) {
      Link link = new Link(i.isLatency(), i.initiator(), i.target(), i.cache());
      values.putIfAbsent(link, i.value());
    }
    return values;
  }

  private static GuestNode node(Cell cell, List<String> devices) {
    return new GuestNode(
        cell.id(),
        cell.spm(),
        cell.cpus().filter(cpus -> !cpus.isBlank()),
        cell.sizeKib(),
        cell.source(),
        cell.distances(),
        devices);
  }

  private static GuestNode whole(Element root) {
    int vcpus = root.child("vcpu").map(Element::text).map(Topology::count).orElse(1);
    String cpus = vcpus == 1 ? "0" : "0-" + (vcpus - 1);
    return GuestNode.ordinary(cpus, root.child("memory").map(Topology::kib).orElse(0L));
  }

  private static int count(String text) {
    String digits = text.strip();
    return digits.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(digits) : 1;
  }

  private static long kib(Element memory) {
    try {
      return MemorySize.kib(memory.text(), memory.value("unit").orElse(""));
    } catch (BadValueException e) {
      return 0;
    }
  }

  /** True if any distance is given. */
  public boolean hasDistances() {
    return nodes.stream().anyMatch(node -> !node.distances().isEmpty());
  }

  /**
   * Returns the distance between two nodes: as given, in either direction, or libvirt's default.
   */
  public int distance(GuestNode from, GuestNode to) {
    return Optional.ofNullable(from.distances().get(to.id()))
        .or(() -> Optional.ofNullable(to.distances().get(from.id())))
        .orElse(from.id() == to.id() ? LOCAL : REMOTE);
  }

  /**
   * The latency in nanoseconds, or the bandwidth in KiB per second, of accesses from one node to
   * the memory of another, caches apart; of several types the first.
   */
  public OptionalLong access(boolean latency, GuestNode from, GuestNode to) {
    Long value = interconnects.get(new Link(latency, from.id(), to.id(), 0));
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
