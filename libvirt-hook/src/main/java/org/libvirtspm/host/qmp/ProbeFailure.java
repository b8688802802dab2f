package org.libvirtspm.host.qmp;

/** An emulator gave no answer; the message is a sentence for the user, without a full stop. */
public final class ProbeFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says what happened. */
  public ProbeFailure(String message) {
    super(message);
  }

  /** Says what happened, and keeps why. */
  public ProbeFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
