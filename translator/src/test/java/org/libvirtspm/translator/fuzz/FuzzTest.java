package org.libvirtspm.translator.fuzz;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * Runs the first cases of a few seeds, the same each time, and then cases of a new seed: for two
 * minutes where {@code CI=true}, else for a few seconds. What fails names the seed and the case:
 * {@code -Dspm.seed=S -Dspm.case=N} runs it again, {@code -Dspm.seed=S -Dspm.cases=N} that seed's
 * first cases. {@code src/fuzz/long-run} is for longer runs.
 */
class FuzzTest {

  private static final List<Long> SEEDS = List.of(1L, 2L, 3L, 4L);
  private static final long CASES = 250;
  private static final long CI_SECONDS = 0;
  private static final long SECONDS = 0;

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

  @Test
  void everythingHoldsForNewSeeds() {
    if (Long.getLong("spm.seed") != null) {
      return;
    }
    long seed = new SecureRandom().nextLong();
    Fuzzing fuzzing = new Fuzzing(seed);
    Figures figures = new Figures();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds());
    while (System.nanoTime() < end) {
      Fuzzing.Outcome outcome = fuzzing.run(figures.cases());
      check(outcome);
      figures.add(outcome);
    }
    System.out.println("fuzz: -Dspm.seed=" + seed + " -Dspm.cases=" + figures.cases());
    System.out.println("fuzz: " + figures);
  }

  private static long seconds() {
    return "true".equals(System.getenv("CI")) ? CI_SECONDS : SECONDS;
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
