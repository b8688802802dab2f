package org.libvirtspm.translator;

import java.util.List;

/** A document was refused, and its result asked for all the same. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Carries the problems of a document; its message is the first error's. */
  RefusedException(List<Problem> problems) {
    super(
        problems.stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .map(p -> "line " + p.line() + ", column " + p.column() + ": " + p.message())
            .findFirst()
            .orElse(""));
    this.problems = problems;
  }

  /** What there is to say about the document, in its order; an empty list after serialization. */
  public List<Problem> problems() {
    return problems == null ? List.of() : problems;
  }
}
