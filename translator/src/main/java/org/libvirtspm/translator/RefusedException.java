package org.libvirtspm.translator;

import java.util.List;

/** Thrown by {@link Translation#xml()} if the document was refused. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Takes the problems of a document; the first error becomes the message. */
  RefusedException(List<Problem> problems) {
    super(
        problems.stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .map(p -> "line " + p.line() + ", column " + p.column() + ": " + p.message())
            .findFirst()
            .orElse(""));
    this.problems = problems;
  }

  /**
   * Returns the document's problems in document order. They are not serialized: a deserialized
   * exception has an empty list.
   */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
