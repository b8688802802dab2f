package org.libvirtspm.translator;

import java.util.List;
import java.util.Optional;

/**
 * What became of a document.
 *
 * @param document the result, UTF-8; empty when the document was refused
 * @param problems everything to say about the input, in document order
 */
public record Result(Optional<byte[]> document, List<Problem> problems) {

  /** Copies the list. */
  public Result {
    problems = List.copyOf(problems);
  }
}
