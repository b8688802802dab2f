package org.libvirtspm.translator.internal.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DialectsTest {

  @Test
  void stockQemuHasOneFromItsOwnDeviceOn() {
    assertEquals(Optional.empty(), Dialects.ofStockQemu(11, 0));
    assertEquals(Optional.empty(), Dialects.ofStockQemu(9, 2));
    assertEquals(Optional.of("sp-mem"), Dialects.ofStockQemu(11, 1));
    assertEquals(Optional.of("sp-mem"), Dialects.ofStockQemu(12, 0));
  }

  @Test
  void eachSaysWhichQemuItIs() {
    assertEquals(
        List.of(
            "QEMU with the patches of 2025",
            "QEMU with the patches of 2026",
            "QEMU 11.1 and later"),
        Dialects.ALL.stream().map(DialectSyntax::qemu).toList());
  }
}
