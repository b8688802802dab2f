package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Refuses a nodemask beside a path: libvirt's memory devices ignore it silently. */
final class NodemaskOfPath implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    for (Cell cell : domain.spmCells()) {
      if (cell.source().path().isPresent() && cell.source().nodemask().isPresent()) {
        problems.error(
            cell.declared(),
            "cell "
                + cell.id()
                + ": <nodemask> does not go with <path> in dialect sp-mem: "
                + Remedy.of("bind the cell by <numatune><memnode>"));
      }
    }
  }
}
