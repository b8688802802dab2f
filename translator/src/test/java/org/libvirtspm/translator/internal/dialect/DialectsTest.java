package org.libvirtspm.translator.internal.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Dialect;

class DialectsTest {

  private static List<String> stock(int major, int minor) {
    return Dialects.ofStockQemu(major, minor).map(Dialect::name).stream().toList();
  }

  @Test
  void stockQemuHasOneFromItsOwnDeviceOn() {
    assertEquals(Optional.empty(), Dialects.ofStockQemu(11, 0));
    assertEquals(List.of(), stock(9, 2));
    assertEquals(List.of("sp-mem"), stock(11, 1));
    assertEquals(List.of("sp-mem"), stock(12, 0));
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
