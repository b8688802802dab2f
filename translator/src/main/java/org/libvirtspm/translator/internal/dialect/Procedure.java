package org.libvirtspm.translator.internal.dialect;

import java.util.List;
import org.libvirtspm.translator.internal.check.Rule;
import org.libvirtspm.translator.internal.step.Step;

/**
 * The translation of a domain for a target.
 *
 * @param rules what must hold for it, beyond what always must
 * @param steps what is done, in order
 */
public record Procedure(List<Rule> rules, List<Step> steps) {

  /** Copies the lists. */
  public Procedure {
    rules = List.copyOf(rules);
    steps = List.copyOf(steps);
  }
}
