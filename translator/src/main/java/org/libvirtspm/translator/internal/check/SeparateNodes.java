package org.libvirtspm.translator.internal.check;

import java.util.List;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.Hmat;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * SPM nodes lie side by side in the guest's memory map. Without an HMAT Linux takes them for one
 * range, and makes one dax device of it with the node of the first (seen with 6.12 and 7.2).
 */
final class SeparateNodes implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    List<Cell> cells = domain.spmCells();
    if (cells.size() > 1 && !Hmat.isIn(domain)) {
      problems.warning(
          cells.get(1).declared(),
          "cell "
              + cells.get(1).id()
              + ": without <interconnects> Linux makes one dax device of all SPM cells, on node "
              + cells.get(0).id()
              + ": "
              + Remedy.of("give each cell a latency"));
    }
  }
}
