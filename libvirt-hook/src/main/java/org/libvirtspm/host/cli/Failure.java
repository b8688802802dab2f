package org.libvirtspm.host.cli;

import java.io.IOException;
import org.libvirtspm.host.FailureReason;
import org.libvirtspm.host.qmp.ProbeFailure;

/** A failure of the host; the message is a sentence for the user, without a full stop. */
final class Failure extends IOException {

  private static final long serialVersionUID = 1L;

  /** Remedy for an emulator that must not be run. */
  static final String NAME_DIALECT = "name the dialect with --dialect";

  private final String fact;
  private final String remedy;

  /** Makes a failure from an action and the system's reason. */
  Failure(String what, IOException cause) {
    super(what + ": " + FailureReason.of(cause), cause);
    fact = getMessage();
    remedy = "";
  }

  /** Makes a failure with a remedy. */
  Failure(String fact, String remedy) {
    this(fact, remedy, null);
  }

  private Failure(String fact, String remedy, Throwable cause) {
    super(fact + "; " + remedy, cause);
    this.fact = fact;
    this.remedy = remedy;
  }

  /** Makes the failure for an emulator that does not answer; the remedy is to name its dialect. */
  static Failure ofProbe(ProbeFailure cause) {
    return new Failure(cause.getMessage(), NAME_DIALECT, cause);
  }

  /** Returns the message without the remedy. */
  String fact() {
    return fact;
  }

  /** Returns the remedy at the end of the message; empty without one. */
  String remedy() {
    return remedy;
  }
}
