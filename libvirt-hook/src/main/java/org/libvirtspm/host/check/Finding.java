package org.libvirtspm.host.check;

import java.util.Locale;

/**
 * Something found out about a host or a domain.
 *
 * @param what the fact, in one sentence without a full stop
 * @param why why it matters; empty when it is as it should be
 * @param fix the command or the lines that mend it; empty when there is nothing to mend
 * @param domain the domain it is about; null for none
 * @param node the guest's node it is about; null for none
 */
public record Finding(
    Code code, Level level, String what, String why, String fix, String domain, Integer node) {

  /** How grave it is. */
  public enum Level {
    /** As it should be. */
    OK,
    /** Worth knowing. */
    NOTE,
    /** The guest may not get what it was promised. */
    WARNING,
    /** The domain does not start, or starts without its memory. */
    ERROR;

    /** Small letters. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** As it should be. */
  public static Finding ok(Code code, String what) {
    return new Finding(code, Level.OK, what, "", "", null, null);
  }

  /** Worth knowing. */
  public static Finding note(Code code, String what, String why) {
    return note(code, what, why, "");
  }

  /** Worth knowing, and what may be done about it. */
  public static Finding note(Code code, String what, String why, String fix) {
    return new Finding(code, Level.NOTE, what, why, fix, null, null);
  }

  /** The guest may not get what it was promised. */
  public static Finding warning(Code code, String what, String why, String fix) {
    return new Finding(code, Level.WARNING, what, why, fix, null, null);
  }

  /** The domain does not start, or starts without its memory. */
  public static Finding error(Code code, String what, String why, String fix) {
    return new Finding(code, Level.ERROR, what, why, fix, null, null);
  }

  /** The same where something else still comes between it and a start that fails. */
  public Finding asWarning() {
    return new Finding(code, Level.WARNING, what, why, fix, domain, node);
  }

  /** The same of one domain. */
  public Finding inDomain(String name) {
    return new Finding(code, level, what, why, fix, name, node);
  }

  /** The same of one node of a guest. */
  public Finding atNode(int id) {
    return new Finding(code, level, what, why, fix, domain, id);
  }
}
