package org.libvirtspm.host.hook;

/** A guest may not start, or arrive; the message is a sentence for its user. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says which value is in the way, and the remedy. */
  public Refusal(String message) {
    super(message);
  }

  /** Says which value is in the way, and keeps why. */
  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
