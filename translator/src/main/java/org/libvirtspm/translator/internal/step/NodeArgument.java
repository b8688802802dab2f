package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.OptionValue;

/** The beginning of {@code -numa node,…}. */
final class NodeArgument {

  private NodeArgument() {}

  static OptionValue of(Domain domain, Cell cell) {
    OptionValue node = OptionValue.of("node").with("nodeid", cell.id());
    Initiators.of(domain, cell).ifPresent(i -> node.with("initiator", i));
    return node;
  }
}
