package org.libvirtspm.translator.step;

import java.util.OptionalInt;
import org.libvirtspm.translator.domain.Cell;
import org.libvirtspm.translator.domain.Domain;

/** The beginning of {@code -numa node,…}. */
final class NodeArgument {

  private NodeArgument() {}

  static String of(Domain domain, Cell cell) {
    OptionalInt initiator = Initiators.of(domain, cell);
    String node = "node,nodeid=" + cell.id();
    return initiator.isPresent() ? node + ",initiator=" + initiator.getAsInt() : node;
  }
}
