package org.libvirtspm.testbed;

/** How much to try, told by {@code -Dspm.cases=N} and {@code -Dspm.seed=S}. */
final class Settings {
  private Settings() {}

  /** Domains of every lane. */
  static int cases() {
    return Integer.getInteger("spm.cases", 150);
  }

  static long seed() {
    return Long.getLong("spm.seed", 20260101L);
  }
}
