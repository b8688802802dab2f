package org.libvirtspm.host.demo;

import java.io.IOException;

/** The testbed failed; the message is a sentence without a full stop. */
final class TestbedFailure extends IOException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  TestbedFailure(String sentence, Outcome outcome) {
    super(sentence + ": " + lastLine(outcome));
    this.outcome = outcome;
  }

  /** Returns the program's whole output. */
  Outcome outcome() {
    return outcome;
  }

  private static String lastLine(Outcome outcome) {
    return (outcome.output() + outcome.errors())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .reduce((first, second) -> second)
        .orElse("it ended with status " + outcome.status());
  }
}
