package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Node 0 must be ordinary: with it marked, SeaBIOS guests panic and OVMF ignores the mark. This
 * also gives libvirt the ordinary cell that it needs.
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
