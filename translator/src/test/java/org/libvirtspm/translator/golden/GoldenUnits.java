package org.libvirtspm.translator.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What GoldenTest checks, as one test for each case: mutation testing starts each test by itself,
 * once for each mutant that it reaches. Its name keeps it out of ordinary runs.
 */
class GoldenUnits {
  private static final List<GoldenCase> CASES = GoldenCase.all();

  /**
   * In each process with mutants PIT first runs a class whole, only to learn the names of its
   * tests.
   */
  private static final AtomicBoolean NAMES_ONLY =
      new AtomicBoolean(System.getProperty("sun.java.command", "").contains("MutationTestMinion"));

  @TestFactory
  Stream<DynamicTest> everyCase() {
    boolean namesOnly = NAMES_ONLY.getAndSet(false);
    return CASES.stream()
        .map(
            c ->
                dynamicTest(
                    c.input().toString(),
                    () -> {
                      if (!namesOnly) {
                        check(c);
                      }
                    }));
  }

  private static void check(GoldenCase golden) {
    SortedMap<Path, byte[]> answers = golden.answers();
    assertEquals(List.copyOf(answers.keySet()), GoldenFiles.beside(golden));
    answers.forEach((f, t) -> assertEquals(text(GoldenCase.read(f)), text(t)));
    Promises promises = new Promises(golden);
    promises.validateAgrees();
    promises.nodesAreSaid();
    for (GoldenTarget target : golden.targets()) {
      if (target.translate(golden.document()).document().isPresent()) {
        promises.keptBy(target);
      }
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
