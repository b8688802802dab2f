package org.libvirtspm.translator.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Translator;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.xml.DocumentReader;
import org.libvirtspm.translator.xml.SourceText;

/** The limits of depth and size, which documents reach and do not pass. */
class LimitsTest {
  private static byte[] sized(int size) {
    String head = "<domain type='kvm'><description>";
    String tail = "</description></domain>";
    return (head + "x".repeat(size - head.length() - tail.length()) + tail).getBytes(UTF_8);
  }

  @Test
  void theLargestDocumentPasses() {
    passes(sized(SourceText.MAX_BYTES));
  }

  @Test
  void aLargerDocumentIsRefused() {
    refused(
        sized(SourceText.MAX_BYTES + 1),
        "d.xml:1:1: error: the document has 16777217 bytes, more than the limit of 16 MiB");
  }

  @Test
  void theDeepestDocumentPasses() {
    passes(nested(DocumentReader.MAX_DEPTH));
  }

  @Test
  void aDeeperDocumentIsRefused() {
    refused(
        nested(DocumentReader.MAX_DEPTH + 1),
        "d.xml:2:766: error: elements are nested deeper than the limit of 256");
  }

  private static byte[] nested(int depth) {
    return ("<domain>\n" + "<a>".repeat(depth - 1) + "</a>".repeat(depth - 1) + "</domain>\n")
        .getBytes(UTF_8);
  }

  private static void passes(byte[] document) {
    assertEquals(List.of(), Translator.validate(document));
    assertArrayEquals(document, Translator.untranslate(document).document().orElseThrow());
    for (GoldenTarget target : GoldenTarget.ALL) {
      assertArrayEquals(document, target.translate(document).document().orElseThrow());
    }
  }

  private static void refused(byte[] document, String message) {
    List<Problem> problems = Translator.validate(document);
    assertEquals(List.of(message), problems.stream().map(p -> p.format("d.xml")).toList());
    assertEquals(problems, Translator.untranslate(document).problems());
    for (GoldenTarget target : GoldenTarget.ALL) {
      assertEquals(problems, target.translate(document).problems());
    }
  }
}
