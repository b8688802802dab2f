package org.libvirtspm.host.hook;

/** Refuses a start, restore or migration; the message is a sentence for the user. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Takes a message that quotes the offending value and ends with the remedy. */
  public Refusal(String message) {
    super(message);
  }

  /** Takes such a message and its cause. */
  public Refusal(String message, Throwable cause) {
    super(message, cause);
  }
}
