package org.libvirtspm.translator.step;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.libvirtspm.translator.domain.Cell;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.domain.Hmat;
import org.libvirtspm.translator.domain.Interconnect;
import org.libvirtspm.translator.domain.MemoryCache;
import org.libvirtspm.translator.plan.Plan;
import org.libvirtspm.translator.xml.Element;

/**
 * Passes latencies, bandwidths and caches of SPM nodes through (qemuBuildNumaHMATCommandLine), and
 * turns the HMAT on where libvirt has none left to describe. As libvirt does, it takes the numbers
 * of a cache's sizes without their units.
 */
public final class MoveInterconnects implements Step {

  private static final List<String> HIERARCHIES =
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
      plan.argument("-machine", "hmat=on");
      plan.journal().created("hmat");
    }
  }

  private static void remove(Element interconnects, List<Interconnect> moved, Plan plan) {
    Set<Element> victims = new HashSet<>(moved.stream().map(Interconnect::element).toList());
    plan.remove(interconnects, interconnects.elements().filter(victims::contains).toList());
  }

  private static String argument(Interconnect i) {
    String kind = i.isLatency() ? "latency" : "bandwidth";
    return "hmat-lb,initiator="
        + i.initiator()
        + ",target="
        + i.target()
        + ",hierarchy="
        + HIERARCHIES.get(i.cache())
        + ",data-type="
        + i.type()
        + "-"
        + kind
        + ","
        + kind
        + "="
        + i.value()
        + (i.isLatency() ? "" : "K");
  }

  private static String argument(int node, MemoryCache cache) {
    return "hmat-cache,node-id="
        + node
        + ",size="
        + cache.size()
        + "K"
        + ",level="
        + cache.level()
        + ",associativity="
        + ASSOCIATIVITIES.get(cache.associativity())
        + ",policy="
        + POLICIES.get(cache.policy())
        + ",line="
        + cache.line();
  }
}
