package org.libvirtspm.host.hook.install;

/**
 * A line about the hook.
 *
 * @param fact what there is to know
 * @param remedy the command that mends it; empty when there is nothing to mend
 */
public record HookLine(String fact, String remedy) {

  private static final String INSTALL = "virt-spm hook install";

  /** Worth knowing. */
  static HookLine of(String fact) {
    return new HookLine(fact, "");
  }

  /** What another installation mends. */
  static HookLine toInstall(String fact) {
    return new HookLine(fact, INSTALL);
  }

  /** All of it, for people. */
  public String text() {
    return remedy.isEmpty() ? fact : fact + ": run " + remedy;
  }
}
