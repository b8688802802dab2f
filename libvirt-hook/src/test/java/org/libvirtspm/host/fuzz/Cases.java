package org.libvirtspm.host.fuzz;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Runs cases of seed 1, the same each time, for a second or more, and of a new seed for {@code
 * -Dspm.seconds}, which are more where {@code CI=true}. What fails names the seed and the case;
 * {@code -Dspm.seed=S -Dspm.case=N} runs it again.
 */
public final class Cases {

  private static final long SECONDS =
      Long.getLong("spm.seconds", "true".equals(System.getenv("CI")) ? 16 : 2);

  private static final Long GIVEN = Long.getLong("spm.seed");
  private static final Long ONE = Long.getLong("spm.case");

  private Cases() {}

  /** Gives each case its own source of random numbers. */
  public static void run(Consumer<SplittableRandom> oneCase) {
    if (GIVEN != null && ONE != null) {
      run(GIVEN, ONE, oneCase);
      return;
    }
    runFor(SECONDS / 4 + 1, 1, oneCase);
    long seed = new SplittableRandom().nextLong(1L << 48);
    System.out.println("fuzzing: -Dspm.seed=" + seed);
    runFor(SECONDS, seed, oneCase);
  }

  private static void runFor(long seconds, long seed, Consumer<SplittableRandom> oneCase) {
    long end = System.nanoTime() + seconds * 1_000_000_000;
    for (long number = 0; System.nanoTime() < end; number++) {
      run(seed, number, oneCase);
    }
  }

  private static void run(long seed, long number, Consumer<SplittableRandom> oneCase) {
    try {
      oneCase.accept(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("-Dspm.seed=" + seed + " -Dspm.case=" + number + ": " + e, e);
    }
  }
}
