package org.libvirtspm.translator.fuzz;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Runs the first cases of a few seeds, the same each time, and as many of a new seed as its time
 * allows: where {@code CI=true} two minutes in all, else some seconds. What fails names the seed
 * and the case: {@code -Dspm.seed=S -Dspm.case=N} runs it again, {@code -Dspm.seed=S -Dspm.cases=N}
 * that seed's first cases. {@code src/fuzz/long-run} is for long runs.
 */
class FuzzTest {

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
  private static final long CASES = 250;

  /** Two minutes, without the documents that are read first and the cases of the fixed seeds. */
  private static final long SECONDS = "true".equals(System.getenv("CI")) ? 100 : 4;

  private static final Long GIVEN = Long.getLong("spm.seed");

  @Test
  void everythingHolds() {
    long cases = Long.getLong("spm.cases", CASES);
    if (GIVEN != null) {
      run(new Fuzzing(GIVEN), cases);
      return;
    }
    SEEDS.forEach(seed -> run(new Fuzzing(seed), cases));
    runNewSeed();
  }

  private static void runNewSeed() {
    long seed = new SplittableRandom().nextLong(1L << 48);
    System.out.println("FuzzTest: -Dspm.seed=" + seed);
    Fuzzing fuzzing = new Fuzzing(seed);
    Figures figures = new Figures();
    while (figures.seconds() < SECONDS) {
      Fuzzing.Outcome outcome = fuzzing.run(figures.cases());
      check(outcome);
      figures.add(outcome);
    }
    System.out.println("FuzzTest: -Dspm.seed=" + seed + ": " + figures);
  }

  private static void run(Fuzzing fuzzing, long cases) {
    Long single = Long.getLong("spm.case");
    if (single != null) {
      check(fuzzing.run(single));
      return;
    }
    for (long number = 0; number < cases; number++) {
      check(fuzzing.run(number));
    }
  }

  private static void check(Fuzzing.Outcome outcome) {
    outcome
        .failure()
        .ifPresent(
            f -> {
              throw new AssertionError(f.describe(), f.cause());
            });
  }
}
