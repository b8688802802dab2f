package org.libvirtspm.host.watch;

/** How long to wait before the next attempt: longer each time, up to half a minute. */
final class Backoff {

  private static final long FIRST_MILLIS = 250;
  private static final long LONGEST_MILLIS = 30_000;

  private long nextMillis = FIRST_MILLIS;

  /** The wait before the next attempt, in milliseconds. */
  long nextMillis() {
    long now = nextMillis;
    nextMillis = Math.min(2 * now, LONGEST_MILLIS);
    return now;
  }

  /** The last attempt succeeded. */
  void reset() {
    nextMillis = FIRST_MILLIS;
  }
}
