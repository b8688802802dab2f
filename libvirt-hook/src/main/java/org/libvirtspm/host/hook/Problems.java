package org.libvirtspm.host.hook;

import java.util.List;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/** Converts translator problems into refusals. */
final class Problems {

  private Problems() {}

  /** Makes a refusal of the first error. */
  static Refusal refusal(List<Problem> problems) {
    return new Refusal(
        "its Specific Purpose Memory can't be had: "
            + problems.stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .map(Problem::message)
                .findFirst()
                .orElse("the translator gave no reason"));
  }
}
