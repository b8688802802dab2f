package org.libvirtspm.host.watch;

/** Delays between attempts, increasing up to 30 s. */
final class Backoff {

  private static final long FIRST_MILLIS = 250;
  private static final long LONGEST_MILLIS = 30_000;

  private long nextMillis = FIRST_MILLIS;

  /** Returns the delay before the next attempt, in milliseconds. */
  long nextMillis() {
    long now = nextMillis;
    nextMillis = Math.min(2 * now, LONGEST_MILLIS);
    return now;
  }

  /** Resets the delay after a successful attempt. */
  void reset() {
    nextMillis = FIRST_MILLIS;
  }
}
