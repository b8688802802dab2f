package org.libvirtspm.translator.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/**
 * Fuzzes for a while with a new seed each time: two minutes with {@code CI=true}, ten seconds
 * without. {@code -Dspm.seed=S -Dspm.case=N} runs one case again, {@code -Dspm.cases=N} so many.
 */
class FuzzTest {

  @Test
  void everythingHolds() {
    long seed = Long.getLong("spm.seed", new SecureRandom().nextLong());
    System.out.println("fuzzing with -Dspm.seed=" + seed);
    Fuzzing fuzzing = new Fuzzing(seed);
    Long single = Long.getLong("spm.case");
    if (single != null) {
      check(fuzzing.run(single));
      return;
    }
    long end = System.nanoTime() + seconds() * 1_000_000_000L;
    long cases = Long.getLong("spm.cases", Long.MAX_VALUE);
    long number = 0;
    while (number < cases && (cases < Long.MAX_VALUE || System.nanoTime() - end < 0)) {
      check(fuzzing.run(number++));
    }
    System.out.println("fuzzed " + number + " cases");
    assertTrue(number > 0);
  }

  private static long seconds() {
    return "true".equals(System.getenv("CI")) ? 120 : 10;
  }

  private static void check(Fuzzing.Failure failure) {
    if (failure != null) {
      throw new AssertionError(failure.describe(), failure.cause());
    }
  }
}
