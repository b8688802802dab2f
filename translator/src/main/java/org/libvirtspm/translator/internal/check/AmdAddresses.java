package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * With AMD vCPUs QEMU moves memory above 1 TiB if it would reach 1012 GiB. The patch series of 2025
 * reports the SPM at the address before the move, so the guest would use the wrong memory.
 */
final class AmdAddresses implements Rule {

  /**
   * Limit in KiB: 1012 GiB less the hole below 4 GiB (2 GiB) and the 64-bit PCI window (64 GiB).
   */
  private static final long LIMIT_KIB = (1012 - 2 - 64) * MemorySize.GIB;

  @Override
  public void check(Domain domain, Problems problems) {
    if (domain.cellsKib() < LIMIT_KIB || domain.spmCells().isEmpty()) {
      return;
    }
    Element at = domain.root().child("cpu").orElse(domain.root());
    String model = at.child("model").map(Element::text).orElse("");
    if (model.matches("(?i)(epyc|opteron|phenom|athlon|dhyana).*")) {
      problems.error(
          at,
          "cpu model '"
              + Excerpt.of(model)
              + "' with 946G or more: QEMU of this dialect reports SPM at the wrong address for AMD; "
              + Remedy.of("use an Intel model or dialect sp-mem"));
    } else if (model.isEmpty()) {
      problems.warning(
          at,
          "946G or more: if the vCPUs are AMD's, QEMU of this dialect reports SPM at the wrong address; "
              + Remedy.of("name an Intel model or use dialect sp-mem"));
    }
  }
}
