package org.libvirtspm.host.cli;

/** How a run ended, as a number for the shell, the mildest first. */
enum ExitStatus {
  /** Everything was done. */
  FINE(0),
  /** Nothing is wrong, but there is something to be warned of. */
  WARNED(3),
  /** It could not be done: a file, the host or an emulator stood in the way. */
  FAILED(1),
  /** A document is refused, or the command line is wrong. */
  REFUSED(2);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  /** The graver of two, for a run over many documents: a refusal outweighs a failure. */
  ExitStatus and(ExitStatus other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
