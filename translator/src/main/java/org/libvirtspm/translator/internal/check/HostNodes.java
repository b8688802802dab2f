package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Binding;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Host nodes must be below QEMU's MAX_NODES: it refuses to start with others. And libvirt passes no
 * nodemask to QEMU under mode restrictive, so that the memory would come from elsewhere in silence.
 */
final class HostNodes implements Rule {

  private static final int END = 128;

  @Override
  public void check(Domain domain, Problems problems) {
    for (Cell cell : domain.spmCells()) {
      Binding binding = Binding.of(domain, cell);
      int last = binding.nodes().map(NodeSet::last).orElse(0);
      if (last >= END) {
        error(
            cell,
            "QEMU binds no memory to host node "
                + last
                + ": "
                + Remedy.of("use nodes below " + END),
            problems);
      }
      if (cell.source().nodemask().isPresent() && binding.policy().isEmpty()) {
        error(
            cell,
            "<nodemask> binds nothing under <numatune> mode '"
                + binding.mode()
                + "': "
                + Remedy.of("remove it, or choose mode 'strict'"),
            problems);
      }
    }
  }

  private static void error(Cell cell, String what, Problems problems) {
    problems.setNode(cell.declared(), String.valueOf(cell.id()));
    problems.error(cell.declared(), "cell " + cell.id() + ": " + what);
  }
}
