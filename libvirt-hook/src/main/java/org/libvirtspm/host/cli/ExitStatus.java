package org.libvirtspm.host.cli;

/** Exit status, in ascending order of severity. */
enum ExitStatus {
  /** Success. */
  FINE(0),
  /** Success with warnings. */
  WARNED(3),
  /** A file, the host or an emulator failed. */
  FAILED(1),
  /** A document is refused, or the command line is invalid. */
  REFUSED(2);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** Returns the more severe of two; a refusal is more severe than a failure. */
  ExitStatus and(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
