package org.libvirtspm.translator.domain;

/** A value that is not what it should be; the message names it and says what would be right. */
public final class BadValueException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Takes the sentence to show. */
  public BadValueException(String message) {
    super(message);
  }
}
