package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host nodes a cell's memory comes from, and how strictly.
 *
 * @param nodes the host nodes; empty for any
 * @param mode strict, preferred, interleave or restrictive
 */
public record Binding(Optional<NodeSet> nodes, String mode) {

  private static final Map<String, String> POLICIES =
      Map.of("strict", "bind", "preferred", "preferred", "interleave", "interleave");

  /** As libvirt finds it: the source's nodemask, the cell's memnode, the domain's memory. */
  public static Binding of(Domain domain, Cell cell) {
    Optional<Binding> memory = domain.bindings().memory();
    Optional<Binding> own = domain.bindings().memnode(cell.id());
    Optional<NodeSet> nodes =
        cell.source()
            .nodemask()
            .or(() -> own.flatMap(Binding::nodes))
            .or(() -> memory.flatMap(Binding::nodes));
    return new Binding(nodes, own.or(() -> memory).map(Binding::mode).orElse("strict"));
  }

  /** True when any host node will do. */
  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  /** QEMU's policy; empty when cgroups alone restrict the memory. */
  public Optional<String> policy() {
    return nodes.flatMap(n -> Optional.ofNullable(POLICIES.get(mode)));
  }

  /** The nodes' runs, such as {@code 0-1} and {@code 3}. */
  public List<String> runs() {
    return nodes.map(NodeSet::runs).orElse(List.of());
  }
}
