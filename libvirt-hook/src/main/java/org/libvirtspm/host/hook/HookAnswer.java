package org.libvirtspm.host.hook;

/**
 * What the hook answers.
 *
 * @param status one of the numbers below, which the installed script knows too
 * @param output the domain's new XML; empty to leave it as it is
 * @param sentence what the user is shown; may be empty
 */
record HookAnswer(int status, String output, String sentence) {

  /** libvirt may go on. */
  static final int GO = 0;

  /** libvirt must not go on. */
  static final int REFUSED = 10;

  /** The hook itself failed. */
  static final int BROKEN = 30;

  /** Goes on with the XML libvirt has. */
  static HookAnswer go() {
    return new HookAnswer(GO, "", "");
  }

  /** Goes on with other XML. */
  static HookAnswer go(String output) {
    return new HookAnswer(GO, output, "");
  }

  /** Refuses, and says why. */
  static HookAnswer refuse(String sentence) {
    return new HookAnswer(REFUSED, "", sentence);
  }
}
