package org.libvirtspm.host.hook;

import java.util.List;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/** What the translator says of a document, for those who only see a start fail. */
public final class Problems {

  private Problems() {}

  /** The first error, as a refusal. */
  public static Refusal refusal(List<Problem> problems) {
    return new Refusal(
        "its Specific Purpose Memory can't be had: "
            + problems.stream()
                .filter(p -> p.severity() == Severity.ERROR)
                .map(Problem::message)
                .findFirst()
                .orElse("the translator gave no reason"));
  }
}
