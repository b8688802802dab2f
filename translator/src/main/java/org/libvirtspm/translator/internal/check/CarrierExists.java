package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.CarrierSearch;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;

/** Before libvirt 12 the device stands on an ordinary cell, and takes what that cell has. */
final class CarrierExists implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    for (Cell cell : domain.spmCells()) {
      if (!domain.ordinaryCells().isEmpty() && CarrierSearch.of(domain, cell).isEmpty()) {
        problems.error(
            cell.declared(),
            "cell "
                + cell.id()
                + ": before libvirt 12 its memory cannot be bound or shared otherwise than that of every ordinary cell: make one of them alike in numatune and memAccess");
      }
    }
  }
}
