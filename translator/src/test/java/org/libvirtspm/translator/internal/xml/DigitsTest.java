package org.libvirtspm.translator.internal.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "0, 0",
    "00, 0",
    "007, 7",
    "10, 10",
    "0x1, 0x1",
    "00x, 0x",
    "09, 9",
    "0:, 0:"
  })
  void leadingZerosAreRemoved(String text, String without) {
    assertEquals(without, Digits.withoutZeros(text));
  }

  @Test
  void theirNumberIsLimited() {
    assertTrue(Digits.are("0123456789", 10) && Digits.arePlain("0", 1) && Digits.arePlain("10", 2));
    assertFalse(Digits.are("0123456789", 9) || Digits.are("", 9) || Digits.are("1/", 9));
    assertFalse(Digits.arePlain("01", 2) || Digits.arePlain("100", 2) || Digits.are(":", 1));
  }
}
