package org.libvirtspm.translator.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;

/** Runs cases of one seed; case number N of a seed is the same whenever it runs. */
final class Fuzzing {

  /** How long one case may take before it counts as hanging. */
  static final Duration LIMIT = Duration.ofSeconds(60);

  /**
   * A case that failed.
   *
   * @param number of the case, 0-based
   * @param document what was given to the library
   */
  record Failure(long seed, long number, String document, Throwable cause) {

    String describe() {
      return "-Dspm.seed=" + seed + " -Dspm.case=" + number + ": " + cause + "\n" + document;
    }
  }

  private final long seed;

  Fuzzing(long seed) {
    this.seed = seed;
  }

  /** Runs one case; null when everything holds. */
  Failure run(long number) {
    Choices choices = Choices.of(seed * 0x9E3779B97F4A7C15L + number);
    String document = document(choices);
    try {
      Invariants.check(document.getBytes(UTF_8), choices);
      return null;
    } catch (Exception | AssertionError | StackOverflowError e) {
      return new Failure(seed, number, document, e);
    }
  }

  /** The document of some choices. */
  static String document(Choices choices) {
    return Mutator.mutate(Seeds.some(choices), choices);
  }
}
