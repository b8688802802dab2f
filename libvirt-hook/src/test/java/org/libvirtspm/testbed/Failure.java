package org.libvirtspm.testbed;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A domain for which the translation does not hold, and what is wrong. */
record Failure(Domain domain, List<String> differences) {
  private static final int SHOWN = 6;

  /** What finds failures among domains. */
  @FunctionalInterface
  interface Check {
    List<Failure> failures(List<Domain> domains) throws Exception;
  }

  /** One minimal document for every kind of failure; the empty string when there is none. */
  static String report(List<Failure> failures, Trial trial, Check check) throws Exception {
    Map<String, Failure> kinds = new LinkedHashMap<>();
    for (Failure failure : failures) {
      kinds.putIfAbsent(failure.kind(), failure);
    }
    StringBuilder report = new StringBuilder();
    Set<String> minimal = new TreeSet<>();
    for (Failure failure : kinds.values()) {
      if (minimal.size() == SHOWN) {
        break;
      }
      Failure least = Shrinker.minimal(failure, trial, check);
      if (minimal.add(least.kind())) {
        report.append(least.text(trial));
      }
    }
    String count = failures.size() + " domains fail in lane " + trial.lane() + "\n";
    return failures.isEmpty() ? "" : count + report;
  }

  /** The first difference with its numbers left out, so that like failures count as one. */
  String kind() {
    return differences.get(0).replaceAll("\\d+", "N").replaceAll("case\\w*", "case");
  }

  private String text(Trial trial) {
    return "---- %s %s\n%s\n%s\n---- translated:\n%s\n"
        .formatted(
            domain.name,
            domain.features,
            String.join("\n", differences),
            DomainWriter.extended(domain),
            trial.translatedText(domain));
  }
}
