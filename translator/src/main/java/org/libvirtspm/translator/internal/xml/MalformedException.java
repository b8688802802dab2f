package org.libvirtspm.translator.internal.xml;

import java.util.OptionalInt;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/** A document that cannot be looked at any further, and the one thing to say about it. */
public final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final int line;
  private final int column;

  /** Refuses with a message in which the {@link Remedy} is marked, at a 1-based line and column. */
  public MalformedException(String message, int line, int column) {
    super(Remedy.shown(message));
    remedy = Remedy.in(message);
    this.line = line;
    this.column = column;
  }

  /** The error to report. */
  public Problem problem() {
    return new Problem(
        Severity.ERROR, "document", getMessage(), remedy, line, column, OptionalInt.empty());
  }
}
