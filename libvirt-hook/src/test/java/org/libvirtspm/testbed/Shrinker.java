package org.libvirtspm.testbed;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Takes features away for as long as a domain fails in the same way. */
final class Shrinker {
  private Shrinker() {}

  static Failure minimal(Failure failure, Trial trial, Failure.Check check) throws Exception {
    Failure least = failure;
    for (Feature feature : failure.domain().features) {
      Set<Feature> fewer = EnumSet.copyOf(least.domain().features);
      fewer.remove(feature);
      Domain candidate = trial.rebuild(least.domain(), fewer);
      for (Failure smaller : check.failures(List.of(candidate))) {
        if (smaller.kind().equals(failure.kind())) {
          least = smaller;
        }
      }
    }
    return least;
  }
}
