package org.libvirtspm.translator.property;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.golden.GoldenCase;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.oracle.Dom;

/** Damaged documents, extended or translated, end in a well-formed result or a refusal. */
class MutationTest {
  private static final List<byte[]> DOCUMENTS = documents();

  private static List<byte[]> documents() {
    return GoldenCase.all().stream()
        .map(GoldenCase::document)
        .flatMap(
            d ->
                Stream.concat(
                    Stream.of(d),
                    GoldenTarget.ALL.stream().flatMap(t -> t.translate(d).document().stream())))
        .filter(d -> d.length < 20_000)
        .toList();
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 1500, seed = "20261122", shrinking = ShrinkingMode.OFF)
  void neverThrows(@ForAll("seeds") long seed) {
    Random random = new Random(seed);
    byte[] damaged = DOCUMENTS.get(random.nextInt(DOCUMENTS.size()));
    for (int i = random.nextInt(3); i >= 0; i--) {
      damaged = damage(damaged, random);
    }
    check(damaged, Translator.untranslate(damaged));
    boolean wrong = Translator.validate(damaged).isRefused();
    for (GoldenTarget target : GoldenTarget.ALL) {
      Translation result = target.translate(damaged);
      check(damaged, result);
      assertFalse(wrong && result.document().isPresent());
    }
  }

  private static byte[] damage(byte[] document, Random random) {
    String text = new String(document, StandardCharsets.ISO_8859_1);
    return Damage.some(text, random).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean isRefused(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  private static void check(byte[] damaged, Translation result) {
    assertNotEquals(isRefused(result.problems()), result.document().isPresent());
    result
        .document()
        .ifPresent(
            d -> {
              try {
                Dom.root(d);
              } catch (IllegalArgumentException bad) {
                String in = new String(damaged, StandardCharsets.UTF_8);
                String out = new String(d, StandardCharsets.UTF_8);
                throw new AssertionError(bad.getMessage() + "\nin: " + in + "\nout: " + out, bad);
              }
            });
  }
}
