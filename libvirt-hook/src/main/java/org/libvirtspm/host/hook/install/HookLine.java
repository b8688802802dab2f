package org.libvirtspm.host.hook.install;

import org.libvirtspm.host.ShellWord;

/**
 * A line about the hook.
 *
 * @param fact what there is to know
 * @param remedy the command that mends it; empty when there is nothing to mend
 * @param isWarning whether a domain may start without its special memory because of it
 */
public record HookLine(String fact, String remedy, boolean isWarning) {

  /** Worth knowing. */
  static HookLine of(String fact) {
    return of(fact, "");
  }

  /** Worth knowing, and what to do about it. */
  static HookLine of(String fact, String remedy) {
    return new HookLine(fact, remedy, false);
  }

  /** What another installation mends. */
  static HookLine toInstall(String fact) {
    return of(fact, ShellWord.virtSpm() + " hook install");
  }

  /** All of it, for people. */
  public String text() {
    return remedy.isEmpty() ? fact : fact + ": run " + remedy;
  }
}
