package org.libvirtspm.translator.internal.step;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.Hmat;
import org.libvirtspm.translator.internal.domain.Interconnect;
import org.libvirtspm.translator.internal.domain.MemoryCache;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Writes latencies, bandwidths and caches of SPM nodes as arguments (qemuBuildNumaHMATCommandLine),
 * and enables the HMAT if libvirt has nothing left to describe. Cache sizes are written without
 * regard to their units, as libvirt does.
 */
public final class MoveInterconnects implements Step {

  /** QEMU's names for the memory and its caches, by level. */
  public static final List<String> HIERARCHIES =
      List.of("memory", "first-level", "second-level", "third-level");

  private static final Map<String, String> ASSOCIATIVITIES =
      Map.of("none", "none", "direct", "direct", "full", "complex");
  private static final Map<String, String> POLICIES =
      Map.of("none", "none", "writeback", "write-back", "writethrough", "write-through");

  @Override
  public void apply(Domain domain, Plan plan) {
    if (!Hmat.isIn(domain)) {
      return;
    }
    List<Interconnect> moved =
        domain.interconnects().stream().filter(i -> Hmat.isPassedThrough(domain, i)).toList();
    domain.numa().ifPresent(n -> n.elements("interconnects").forEach(e -> remove(e, moved, plan)));
    moved.forEach(i -> plan.argument("-numa", argument(i)));
    for (Cell cell : domain.spmCells()) {
      cell.caches().forEach(c -> plan.argument("-numa", argument(cell.id(), c)));
    }
    if (!Hmat.staysWithLibvirt(domain)) {
      plan.argument("-machine", OptionValue.ofPairs().with("hmat", "on"));
      plan.journal().created("hmat");
    }
  }

  private static void remove(Element interconnects, List<Interconnect> moved, Plan plan) {
    Set<Element> victims = new HashSet<>(moved.stream().map(Interconnect::element).toList());
    plan.remove(
        interconnects, interconnects.elements().stream().filter(victims::contains).toList());
  }

  private static OptionValue argument(Interconnect i) {
    String kind = i.isLatency() ? "latency" : "bandwidth";
    return OptionValue.of("hmat-lb")
        .with("initiator", i.initiator())
        .with("target", i.target())
        .with("hierarchy", HIERARCHIES.get(i.cache()))
        .with("data-type", i.type() + "-" + kind)
        .with(kind, i.value() + (i.isLatency() ? "" : "K"));
  }

  private static OptionValue argument(int node, MemoryCache cache) {
    return OptionValue.of("hmat-cache")
        .with("node-id", node)
        .with("size", cache.size() + "K")
        .with("level", cache.level())
        .with("associativity", ASSOCIATIVITIES.get(cache.associativity()))
        .with("policy", POLICIES.get(cache.policy()))
        .with("line", cache.line());
  }
}
