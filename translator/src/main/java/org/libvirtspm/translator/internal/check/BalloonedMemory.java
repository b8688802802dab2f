package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Element;

/** A currentMemory below memory asks for a balloon, which this form takes away. */
final class BalloonedMemory implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    domain
        .root()
        .child("currentMemory")
        .filter(e -> isBelow(e, domain.cellsKib()))
        .ifPresent(
            e ->
                problems.warning(
                    e,
                    "currentMemory '"
                        + e.text()
                        + "' is not kept: with SPM in this dialect the guest has no balloon and all its memory from the start"));
  }

  private static boolean isBelow(Element e, long kib) {
    try {
      return MemorySize.kib(e.text(), e.value("unit").orElse("")) < kib;
    } catch (BadValueException bad) {
      return false;
    }
  }
}
