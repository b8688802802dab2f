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

  /** Severity of a finding. */
  public enum Level {
    /** No problem. */
    OK,
    /** Information. */
    NOTE,
    /** The guest may not get the memory it declares. */
    WARNING,
    /** The domain does not start, or starts without its memory. */
    ERROR;

    /** Returns the level in lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Makes a finding without a problem. */
  public static Finding ok(Code code, String what) {
    return new Finding(code, Level.OK, what, "", "", null, null);
  }

  /** Makes a note. */
  public static Finding note(Code code, String what, String why) {
    return note(code, what, why, "");
  }

  /** Makes a note with a remedy. */
  public static Finding note(Code code, String what, String why, String fix) {
    return new Finding(code, Level.NOTE, what, why, fix, null, null);
  }

  /** Makes a warning. */
  public static Finding warning(Code code, String what, String why, String fix) {
    return new Finding(code, Level.WARNING, what, why, fix, null, null);
  }

  /** The domain does not start, or starts without its memory. */
  public static Finding error(Code code, String what, String why, String fix) {
    return new Finding(code, Level.ERROR, what, why, fix, null, null);
  }

  /** Returns this finding as a warning, for a problem that does not prevent the start by itself. */
  public Finding asWarning() {
    return new Finding(code, Level.WARNING, what, why, fix, domain, node);
  }

  /** Returns this finding with a domain. */
  public Finding inDomain(String name) {
    return new Finding(code, level, what, why, fix, name, node);
  }

  /** Returns this finding with a node of a guest. */
  public Finding atNode(int id) {
    return new Finding(code, level, what, why, fix, domain, id);
  }
}
