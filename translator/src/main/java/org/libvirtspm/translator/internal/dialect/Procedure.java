package org.libvirtspm.translator.internal.dialect;

import java.util.List;
import org.libvirtspm.translator.internal.check.Rule;
import org.libvirtspm.translator.internal.step.Step;

/**
 * Rules and steps of a translation.
 *
 * @param rules rules of this target, in addition to {@code Rules.COMMON}
 * @param steps changes, in order
 */
public record Procedure(List<Rule> rules, List<Step> steps) {

  /** Copies the lists. */
  public Procedure {
    rules = List.copyOf(rules);
    steps = List.copyOf(steps);
  }
}
