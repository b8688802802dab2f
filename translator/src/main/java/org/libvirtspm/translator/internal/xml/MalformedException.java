package org.libvirtspm.translator.internal.xml;

import java.util.OptionalInt;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/** A document that cannot be processed further; carries the one problem to report. */
public final class MalformedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String remedy;
  private final int line;
  private final int column;

  /** Takes a message with its {@link Remedy} marked, and a 1-based line and column. */
  public MalformedException(String message, int line, int column) {
    super(Remedy.shown(message));
    remedy = Remedy.in(message);
    this.line = line;
    this.column = column;
  }

  /** Returns the problem, an error. */
  public Problem problem() {
    return new Problem(
        Severity.ERROR, "document", getMessage(), remedy, line, column, OptionalInt.empty());
  }
}
