package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Binding;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Host nodes must be below QEMU's MAX_NODES; QEMU refuses to start with others. */
final class HostNodes implements Rule {

  private static final int END = 128;

  @Override
  public void check(Domain domain, Problems problems) {
    for (Cell cell : domain.spmCells()) {
      int last = Binding.of(domain, cell).nodes().map(NodeSet::last).orElse(0);
      if (last >= END) {
        problems.setNode(cell.declared(), String.valueOf(cell.id()));
        problems.error(
            cell.declared(),
            "cell "
                + cell.id()
                + ": QEMU binds no memory to host node "
                + last
                + ": "
                + Remedy.of("use nodes below " + END));
      }
    }
  }
}
