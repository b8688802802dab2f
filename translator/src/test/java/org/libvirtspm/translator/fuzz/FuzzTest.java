package org.libvirtspm.translator.fuzz;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs the first cases of a few seeds, the same each time. What fails names the seed and the case:
 * {@code -Dspm.seed=S -Dspm.case=N} runs it again, {@code -Dspm.seed=S -Dspm.cases=N} that seed's
 * first cases. {@code src/fuzz/long-run} is for new seeds.
 */
class FuzzTest {

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
  private static final long CASES = 250;

  @Test
  void everythingHolds() {
    Long seed = Long.getLong("spm.seed");
    long cases = Long.getLong("spm.cases", CASES);
    for (long s : seed == null ? SEEDS : List.of(seed)) {
      run(new Fuzzing(s), cases);
    }
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
