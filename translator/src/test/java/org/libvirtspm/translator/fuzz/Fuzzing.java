package org.libvirtspm.translator.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.Problem;

/** Runs cases of one seed; case number N of a seed is the same whenever it runs. */
final class Fuzzing {

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

  /**
   * What became of a case.
   *
   * @param problems what the library said as it translated the document
   * @param failure absent when everything holds
   */
  record Outcome(List<Problem> problems, Optional<Failure> failure) {}

  private final long seed;
  private final Watchdog watchdog = new Watchdog();

  Fuzzing(long seed) {
    this.seed = seed;
  }

  /** Runs one case. */
  Outcome run(long number) {
    Choices choices = Choices.of(seed * 0x9E3779B97F4A7C15L + number);
    String document = document(choices);
    try {
      List<Problem> problems =
          watchdog.watch(() -> Invariants.check(document.getBytes(UTF_8), choices));
      return new Outcome(problems, Optional.empty());
    } catch (Exception | AssertionError | StackOverflowError e) {
      return new Outcome(List.of(), Optional.of(new Failure(seed, number, document, e)));
    }
  }

  /** The document of some choices. */
  static String document(Choices choices) {
    return Mutator.mutate(Seeds.some(choices), choices);
  }
}
