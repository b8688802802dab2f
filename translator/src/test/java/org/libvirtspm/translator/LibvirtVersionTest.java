package org.libvirtspm.translator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LibvirtVersionTest {
  @ParameterizedTest
  @CsvSource({"12, 12.0.0", "12.8, 12.8.0", "12.8.1, 12.8.1", "0.9.13, 0.9.13"})
  void readsReleases(String text, String version) {
    assertEquals(version, LibvirtVersion.find(text).orElseThrow().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "new", "12.", ".8", "12.8.0.1", "-1", "12,8", " 12", "99999", "v12"})
  void readsNothingElse(String text) {
    assertEquals(Optional.empty(), LibvirtVersion.find(text));
  }

  @Test
  void comparesNumbersNotText() {
    List<LibvirtVersion> ascending =
        List.of(
            LibvirtVersion.UNKNOWN,
            new LibvirtVersion(8, 2, 0),
            new LibvirtVersion(8, 10, 0),
            new LibvirtVersion(11, 3, 0),
            new LibvirtVersion(12, 0, 0),
            new LibvirtVersion(12, 0, 1));
    assertEquals(ascending, ascending.stream().sorted().toList());
    assertTrue(new LibvirtVersion(12, 0, 0).isAtLeast(12, 0));
    assertFalse(new LibvirtVersion(11, 10, 0).isAtLeast(12, 0));
    assertFalse(LibvirtVersion.UNKNOWN.isAtLeast(0, 1));
  }
}
