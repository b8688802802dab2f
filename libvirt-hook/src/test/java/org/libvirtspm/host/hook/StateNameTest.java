package org.libvirtspm.host.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that the installed script takes as they are, and all others. */
class StateNameTest {

  @ParameterizedTest
  @ValueSource(strings = {"az", "AZ", "09", "a-b_c.d", "-", "_", "a.", "z0"})
  void plainNamesStay(String name) {
    assertEquals(name, StateName.of(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", ".a", "a/b", "a b", "`", "{", "@", "[", "/", ":", "é", "٣", "=", "a\n"})
  void othersBecomeTheirChecksum(String name) {
    assertTrue(StateName.of(name).matches("=[0-9a-f]{64}"), StateName.of(name));
    assertNotEquals(StateName.of("another, " + name), StateName.of(name));
  }

  @Test
  void longNamesBecomeTheirChecksum() {
    assertEquals("a".repeat(128), StateName.of("a".repeat(128)));
    assertTrue(StateName.of("a".repeat(129)).startsWith("="));
  }

  /** As sha256sum has it, which the script asks. */
  @Test
  void theChecksumIsThatOfUtf8() {
    assertEquals(
        "=4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c", StateName.of("é"));
  }
}
