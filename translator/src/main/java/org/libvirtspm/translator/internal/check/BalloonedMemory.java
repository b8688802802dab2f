package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Excerpt;

/**
 * Warns of a currentMemory below memory: it needs a balloon, which the passthrough form removes.
 */
final class BalloonedMemory implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    domain
        .root()
        .child("currentMemory")
        .filter(e -> domain.currentKib().orElse(Long.MAX_VALUE) < allKib(domain))
        .ifPresent(
            e ->
                problems.warning(
                    e,
                    "currentMemory '"
                        + Excerpt.of(e.text())
                        + "' is not kept: with SPM in this dialect the guest has no balloon and all its memory from the start"));
  }

  /** Total memory in KiB. In a domain without cells the SPM is added to {@code <memory>}. */
  private static long allKib(Domain domain) {
    return domain.isCellZeroImplied() ? domain.ordinaryKib() : domain.cellsKib();
  }
}
