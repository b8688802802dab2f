package org.libvirtspm.host.check;

/**
 * Something found out about a host or a domain.
 *
 * @param what the fact, in one sentence without a full stop
 * @param why why it matters; empty when it is as it should be
 * @param fix the command or the lines that mend it; empty when there is nothing to mend
 */
public record Finding(Level level, String what, String why, String fix) {

  /** How grave it is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** Worth knowing. */
    NOTE,
    /** The guest may not get what it was promised. */
    WARNING,
    /** The domain does not start, or starts without its memory. */
    ERROR
  }

  /** As it should be. */
  public static Finding ok(String what) {
    return new Finding(Level.OK, what, "", "");
  }

  /** Worth knowing. */
  public static Finding note(String what, String why) {
    return new Finding(Level.NOTE, what, why, "");
  }

  /** The guest may not get what it was promised. */
  public static Finding warning(String what, String why, String fix) {
    return new Finding(Level.WARNING, what, why, fix);
  }

  /** The domain does not start, or starts without its memory. */
  public static Finding error(String what, String why, String fix) {
    return new Finding(Level.ERROR, what, why, fix);
  }
}
