package org.libvirtspm.translator.internal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

  private static final String THREE_BYTES = "\u20ac";
  private static final String FOUR_BYTES = "\uD83D\uDE00";

  private static String line(String text, int number) {
    SourceText source = new SourceText(text);
    return source.spanOfLine(number).map(source::slice).orElse(null);
  }

  @Test
  void linesAreWithoutTheirEnds() {
    String text = "\uFEFFone\r\ntwo\rthree\n\nfive";
    assertEquals("one", line(text, 1));
    assertEquals("two", line(text, 2));
    assertEquals("three", line(text, 3));
    assertEquals("", line(text, 4));
    assertEquals("five", line(text, 5));
    assertEquals(Optional.empty(), new SourceText(text).spanOfLine(0));
    assertEquals(Optional.empty(), new SourceText(text).spanOfLine(6));
    assertEquals("", line("\n", 1));
    assertEquals("", line("\n", 2));
    assertEquals("", line("", 1));
  }

  @Test
  void aByteOrderMarkIsNoColumn() {
    SourceText text = new SourceText("\uFEFFab\ncd");
    assertEquals(1, text.column(0));
    assertEquals(1, text.column(1));
    assertEquals(2, text.column(2));
    assertEquals(1, text.column(4));
    assertEquals(2, text.line(4));
  }

  /** In any order of questions. */
  @Test
  void columnsAreCodePoints() {
    SourceText text = new SourceText("a" + FOUR_BYTES + "b\nc" + FOUR_BYTES + "d");
    assertEquals(3, text.column(3));
    assertEquals(3, text.column(8));
    assertEquals(2, text.column(6));
    assertEquals(3, text.column(3));
    assertEquals(2, text.column(1));
    assertEquals(4, text.column(100));
  }

  @ParameterizedTest
  @CsvSource({
    "1, a",
    "2, \u00e9",
    "2, \u07ff",
    "3, \u0800",
    "3, " + THREE_BYTES,
    "4, " + FOUR_BYTES
  })
  void theLimitIsOfBytes(int bytes, String character) {
    int most = SourceText.MAX_BYTES / bytes;
    String filler = "a".repeat(SourceText.MAX_BYTES % bytes);
    assertTrue(SourceText.fits(character.repeat(most) + filler));
    assertFalse(SourceText.fits(character.repeat(most) + filler + "a"));
  }

  @Test
  void aReplacementCharacterOfTheAuthorsIsText() throws MalformedException {
    assertEquals("a\uFFFDb", SourceText.decode("a\uFFFDb".getBytes(UTF_8)).chars());
    MalformedException broken =
        assertThrows(
            MalformedException.class, () -> SourceText.decode(new byte[] {'a', '\n', (byte) 0xff}));
    assertEquals(2, broken.problem().line());
    assertEquals(1, broken.problem().column());
  }

  /** The decoder's buffer holds 8192 characters. */
  @Test
  void brokenBytesAreFoundBehindLongText() {
    byte[] bytes = "x".repeat(20_000).getBytes(UTF_8);
    bytes[19_000] = (byte) 0xc0;
    MalformedException broken =
        assertThrows(MalformedException.class, () -> SourceText.decode(bytes));
    assertEquals(19_001, broken.problem().column());
  }
}
