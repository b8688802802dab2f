package org.libvirtspm.translator.fuzz;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Runs the first cases of a few seeds, the same each time. {@code -Dspm.seed=S} goes through
 * another seed, {@code -Dspm.cases=N} so many of its cases, {@code -Dspm.case=N} one of them;
 * {@code src/fuzz/long-run} takes new seeds.
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
    for (long number = single == null ? 0 : single; single != null || number < cases; number++) {
      check(fuzzing.run(number));
      if (single != null) {
        return;
      }
    }
  }

  private static void check(Fuzzing.Failure failure) {
    if (failure != null) {
      throw new AssertionError(failure.describe(), failure.cause());
    }
  }
}
