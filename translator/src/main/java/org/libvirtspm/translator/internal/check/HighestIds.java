package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * SPM cells must have the highest ids: libvirt requires that the remaining ids run from 0 without a
 * gap.
 */
final class HighestIds implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    int ordinary = domain.ordinaryCells().size();
    for (Cell cell : domain.spmCells()) {
      if (cell.id() < ordinary && cell.id() > 0) {
        problems.error(
            cell.declared(),
            "id",
            "cell "
                + cell.id()
                + " is an SPM cell below an ordinary one: libvirt numbers its own cells 0 to "
                + (ordinary - 1)
                + ", so "
                + Remedy.of("give SPM cells the ids from " + ordinary + " on"));
      }
    }
    domain.ordinaryCells().forEach(c -> checkGivenId(domain, c, problems));
  }

  /**
   * Requires an explicit id on cells behind an SPM cell: an implied id is the cell's position,
   * which changes when the SPM cell is removed.
   */
  private static void checkGivenId(Domain domain, Cell cell, Problems problems) {
    int start = cell.declared().span().start();
    boolean moves =
        domain.spmCells().stream()
            .anyMatch(s -> s.live().filter(l -> l.span().start() < start).isPresent());
    if (cell.declared().attribute("id").isEmpty() && moves) {
      problems.error(
          cell.declared(),
          "an ordinary cell without an id stands behind an SPM cell: "
              + Remedy.of("give it id='" + cell.id() + "'"));
    }
  }
}
