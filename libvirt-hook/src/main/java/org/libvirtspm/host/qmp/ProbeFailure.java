package org.libvirtspm.host.qmp;

/** An emulator did not answer; the message is a sentence for the user, without a full stop. */
public final class ProbeFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes the message. */
  public ProbeFailure(String message) {
    super(message);
  }

  /** Takes the message and its cause. */
  public ProbeFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
