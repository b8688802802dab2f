package org.libvirtspm.host.hook.install;

import org.libvirtspm.host.ShellWord;

/**
 * A line of the hook's status.
 *
 * @param fact what was found
 * @param remedy the command that mends it; empty if nothing has to be mended
 * @param isWarning true if a domain may start without its SPM because of it
 */
public record HookLine(String fact, String remedy, boolean isWarning) {

  /** Makes a note. */
  static HookLine of(String fact) {
    return of(fact, "");
  }

  /** Makes a note with a remedy. */
  static HookLine of(String fact, String remedy) {
    return new HookLine(fact, remedy, false);
  }

  /** Makes a line whose remedy is another installation. */
  static HookLine toInstall(String fact) {
    return of(fact, ShellWord.virtSpm() + " hook install");
  }

  /** Returns fact and remedy as text. */
  public String text() {
    return remedy.isEmpty() ? fact : fact + ": run " + remedy;
  }
}
