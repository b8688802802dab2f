package org.libvirtspm.host.cli;

/** The command line is wrong; the message is a sentence for the user, without a full stop. */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
