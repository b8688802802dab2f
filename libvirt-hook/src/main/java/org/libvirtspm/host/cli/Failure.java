package org.libvirtspm.host.cli;

import java.io.IOException;
import org.libvirtspm.host.FailureReason;

/** The host stood in the way; the message is a sentence for the user, without a full stop. */
final class Failure extends IOException {

  private static final long serialVersionUID = 1L;

  /** Says what can't be done, and the reason the system gave. */
  Failure(String what, IOException cause) {
    super(what + ": " + FailureReason.of(cause), cause);
  }
}
