package org.libvirtspm.translator.fuzz;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/** Counts what became of the cases of a run. */
final class Figures {

  private final long start = System.nanoTime();
  private final Map<String, Long> refusals = new TreeMap<>();
  private long cases;
  private long refused;
  private long findings;

  void add(Fuzzing.Outcome outcome) {
    cases++;
    if (outcome.failure().isPresent()) {
      findings++;
      return;
    }
    String kind =
        outcome.problems().stream()
            .filter(p -> p.severity() == Severity.ERROR)
            .findFirst()
            .map(Figures::kind)
            .orElse("");
    if (!kind.isEmpty()) {
      refused++;
      refusals.merge(kind, 1L, Long::sum);
    }
  }

  /** The message without what it took from the document. */
  private static String kind(Problem p) {
    return p.message()
        .replaceAll("(?s)'.*?'|\"[^\"]*\"", "'…'")
        .replaceAll("<[^<>]*>", "<…>")
        .replaceAll("[0-9]+[KMGTPE]?", "N");
  }

  long cases() {
    return cases;
  }

  long findings() {
    return findings;
  }

  long seconds() {
    return (System.nanoTime() - start) / 1_000_000_000L;
  }

  /** One line. */
  @Override
  public String toString() {
    return cases
        + " cases, "
        + seconds()
        + " s, "
        + refused
        + " refused, "
        + findings
        + " findings";
  }

  /** The line, and in front of it the first refusal of each document by its kind, rarest first. */
  void print(PrintStream out) {
    refusals.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(e -> out.printf("%9d  %s%n", e.getValue(), e.getKey()));
    out.println(this);
  }
}
