package org.libvirtspm.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libvirtspm.host.check.Finding.Level;

class FirmwareCheckTest {

  @ParameterizedTest
  @CsvSource({
    "ovmf 2026.08+ds-2, 202608",
    "edk2-ovmf 20260514-3.fc45, 202605",
    "ovmf 2025.02-8, 202502",
    "ovmf 0~20161202.7bbe0b3e-1, 201612",
    "frob 3.1, -1"
  })
  void releaseIsReadFromThePackage(String source, int release) {
    OptionalInt expected = release < 0 ? OptionalInt.empty() : OptionalInt.of(release);
    assertEquals(expected, FirmwareCheck.release(source));
  }

  @Test
  void firmwareIsJudgedByItsPackage() {
    Level[] levels = {Level.OK, Level.ERROR, Level.WARNING};
    String[] sources = {"ovmf 2026.05-1", "ovmf 2025.02-8", ""};
    for (int i = 0; i < levels.length; i++) {
      Optional<String> source = Optional.of(sources[i]).filter(s -> !s.isEmpty());
      assertEquals(levels[i], new FirmwareCheck(f -> source).loader("/fw.fd").level());
    }
  }
}
