package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceLinesTest {

  @Test
  void caretStandsBelowTheColumn() {
    assertEquals("<b/>\n  ^\n", show("<a/>\n<b/>\n", 2, 3));
  }

  @Test
  void everyLineEndCountsOnce() {
    assertEquals("d\n^\n", show("a\r\nb\rc\nd", 4, 1));
  }

  @Test
  void tabsBeforeTheCaretStayTabs() {
    assertEquals("\t<x\n\t ^\n", show("\t<x", 1, 3));
  }

  @Test
  void characterBeyondSixteenBitsIsOneColumn() {
    assertEquals("\uD83D\uDE00<b/>\n ^\n", show("\uD83D\uDE00<b/>", 1, 2));
  }

  @Test
  void byteOrderMarkIsNoCharacterOfTheLine() {
    assertEquals("ab\n ^\n", show("\uFEFFab", 1, 2));
  }

  @Test
  void longLineIsCutAroundTheColumn() {
    List<String> shown =
        show("x".repeat(5000) + "HERE" + "y".repeat(5000), 1, 5001).lines().toList();
    assertTrue(shown.get(0).length() <= 120, shown.get(0));
    assertTrue(shown.get(0).startsWith("HERE", shown.get(1).indexOf('^')), shown.get(0));
  }

  @Test
  void controlCharactersDoNotReachTheTerminal() {
    assertEquals("\uFFFD[31m\n^\n", show("\u001B[31m", 1, 1));
  }

  @Test
  void placeOutsideTheDocumentShowsNothing() {
    assertEquals("", show("a", 7, 1));
    assertEquals("", show("a", 1, 9));
    assertEquals("", show("a", 0, 0));
  }

  private static String show(String document, int line, int column) {
    return new SourceLines(document.getBytes(StandardCharsets.UTF_8)).show(line, column);
  }
}
