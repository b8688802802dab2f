package org.libvirtspm.translator.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemorySizeTest {
  /** The units of libvirt's virScaleInteger. */
  @ParameterizedTest
  @CsvSource({
    "b, 1",
    "byte, 1",
    "bytes, 1",
    "B, 1",
    "k, 1024",
    "KB, 1000",
    "KiB, 1024",
    "M, 1048576",
    "MB, 1000000",
    "MiB, 1048576",
    "G, 1073741824",
    "GB, 1000000000",
    "GiB, 1073741824",
    "T, 1099511627776",
    "TB, 1000000000000",
    "TiB, 1099511627776",
    "P, 1125899906842624",
    "PB, 1000000000000000",
    "PiB, 1125899906842624",
    "E, 1152921504606846976",
    "EB, 1000000000000000000",
    "EiB, 1152921504606846976",
    "kib, 1024",
    "GIB, 1073741824"
  })
  void everyUnitOfLibvirt(String unit, long bytes) throws BadValueException {
    assertEquals(bytes, MemorySize.bytes("1", unit));
    assertEquals(bytes * 7, MemorySize.bytes("7", unit));
  }

  @ParameterizedTest
  @CsvSource({
    "1, '', 1",
    "1, b, 1",
    "1024, b, 1",
    "1025, bytes, 2",
    "1, KB, 1",
    "1024, KB, 1000",
    "1, MB, 977",
    "0, GiB, 0",
    "' 4 ', MiB, 4096",
    "8191, PiB, 9006099743113216",
    "9223372036854775807, b, 9007199254740992",
    "7, EiB, 7881299347898368"
  })
  void roundsUpToKib(String number, String unit, long kib) throws BadValueException {
    assertEquals(kib, MemorySize.kib(number, unit));
  }

  @ParameterizedTest
  @CsvSource({
    "'', KiB",
    "-1, KiB",
    "1.5, GiB",
    "0x10, KiB",
    "1 2, KiB",
    "one, KiB",
    "1, KiBi",
    "1, iB",
    "1, kbit",
    "1, X",
    "1, ' KiB'",
    "8, EiB",
    "9223372036854775808, b",
    "99999999999999999999999, EiB"
  })
  void refusesAnythingElse(String number, String unit) {
    assertThrows(BadValueException.class, () -> MemorySize.kib(number, unit));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1K, 1, KiB",
    "1024, 1M, 1, MiB",
    "1025, 1025K, 1025, KiB",
    "1048576, 1G, 1, GiB",
    "4194304, 4G, 4, GiB",
    "1073741824, 1024G, 1, TiB",
    "0, 0G, 0, KiB",
    "3145728, 3G, 3, GiB",
    "1572864, 1536M, 1536, MiB"
  })
  void writesTheLargestWholeUnit(long kib, String qemu, String number, String unit) {
    assertEquals(qemu, MemorySize.qemu(kib));
    assertEquals(number, MemorySize.number(kib));
    assertEquals(unit, MemorySize.unit(kib));
    assertEquals(number + " " + unit, MemorySize.words(kib));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 KiB",
    "1023, 1023 KiB",
    "1024, 1 MiB",
    "1025, 1 MiB",
    "2047, 1 MiB",
    "1049599, 1 GiB",
    "1050000, 1025 MiB"
  })
  void whatWasMeasuredIsRoundedDown(long kib, String words) {
    assertEquals(words, MemorySize.rounded(kib));
  }

  @ParameterizedTest
  @CsvSource({"16GiB, 16777216", "16 GiB, 16777216", "512m, 524288", "4096b, 4", "1GB, 976563"})
  void readsWithUnit(String text, long kib) throws BadValueException {
    assertEquals(kib, MemorySize.kib(text));
  }

  @ParameterizedTest
  @CsvSource({"16", "GiB", "''", "1.5GiB", "16  GiB", "-1GiB", "16GiB x", "1XiB"})
  void refusesWithoutUnit(String text) {
    assertThrows(BadValueException.class, () -> MemorySize.kib(text));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 1024", "1024, 1024", "1025, 2048"})
  void cellsAreWholeMebibytes(long kib, long aligned) {
    assertEquals(aligned, MemorySize.alignCellKib(kib));
  }

  @Test
  void sizeOfACommandLineNeedsItsUnit() {
    assertEquals(
        "'16' is no size with its unit; write it as 16GiB",
        assertThrows(BadValueException.class, () -> MemorySize.kib("16")).getMessage());
  }
}
