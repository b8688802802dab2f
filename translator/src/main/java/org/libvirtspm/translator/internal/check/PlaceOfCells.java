package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Node 0 is ordinary: marked special it makes the guest panic (SeaBIOS) or is ignored (OVMF). So an
 * ordinary cell is always there, which libvirt needs too.
 */
final class PlaceOfCells implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    for (Cell cell : domain.spmCells()) {
      if (cell.id() == 0) {
        problems.error(
            cell.declared(),
            "id",
            "cell 0 cannot be an SPM cell, the guest boots from its memory: "
                + Remedy.of("make it an ordinary cell and give this one a higher id"));
      }
    }
  }
}
