package org.libvirtspm.host.hook;

/**
 * Result of a hook call.
 *
 * @param status one of the constants below; the installed script uses the same numbers
 * @param output the domain's new XML; empty to leave it unchanged
 * @param sentence message for the user; may be empty
 */
record HookAnswer(int status, String output, String sentence) {

  /** Success: libvirt continues. */
  static final int GO = 0;

  /** Refusal: libvirt must stop the operation. */
  static final int REFUSED = 10;

  /** Failure of the hook itself. */
  static final int BROKEN = 30;

  /** Succeeds without changing the XML. */
  static HookAnswer go() {
    return new HookAnswer(GO, "", "");
  }

  /** Succeeds with new XML. */
  static HookAnswer go(String output) {
    return new HookAnswer(GO, output, "");
  }

  /** Refuses with a message. */
  static HookAnswer refuse(String sentence) {
    return new HookAnswer(REFUSED, "", sentence);
  }
}
