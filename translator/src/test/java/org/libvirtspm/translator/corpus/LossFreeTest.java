package org.libvirtspm.translator.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translator;

/** A document without SPM comes back byte for byte, however odd it is. */
class LossFreeTest {
  @TestFactory
  Stream<DynamicTest> everyWriting() {
    return OddDocuments.writings().entrySet().stream()
        .map(
            w ->
                dynamicTest(
                    w.getKey(),
                    () ->
                        OddDocuments.ordinary().stream()
                            .map(w.getValue())
                            .filter(OddDocuments::fits)
                            .forEach(LossFreeTest::comesBack)));
  }

  private static void comesBack(String document) {
    byte[] in = OddDocuments.bytes(document);
    assertEquals(List.of(), Translator.validate(in).problems());
    same(document, Translator.untranslate(in));
    for (GoldenTarget target : GoldenTarget.ALL) {
      same(document, target.translate(in));
    }
  }

  private static void same(String expected, Translation result) {
    assertEquals(List.of(), result.problems());
    assertEquals(expected, new String(result.document().orElseThrow(), UTF_8));
  }
}
