package org.libvirtspm.translator.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Where a fuzzer's decisions come from: a seed, or the bytes of a coverage-guided fuzzer. */
@FunctionalInterface
public interface Choices {

  /** A number from 0 to below the bound, which is above 0. */
  int below(int bound);

  /** Decisions that are the same for the same seed. */
  static Choices of(long seed) {
    return new SplittableRandom(seed)::nextInt;
  }

  /** One of the elements. */
  default <T> T of(List<T> list) {
    return list.get(below(list.size()));
  }

  /** True once in so many times. */
  default boolean once(int in) {
    return below(in) == 0;
  }
}
