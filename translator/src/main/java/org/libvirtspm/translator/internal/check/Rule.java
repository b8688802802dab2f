package org.libvirtspm.translator.internal.check;

import java.util.List;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;

/**
 * A condition for the guest to get what its document says. The code of its problems is the class
 * name in lower case, with hyphens.
 */
@FunctionalInterface
public interface Rule {

  /** Reports violations. */
  void check(Domain domain, Problems problems);

  /** Applies rules in order. */
  static void checkAll(List<Rule> rules, Domain domain, Problems problems) {
    for (Rule rule : rules) {
      problems.setCode(rule.getClass().getSimpleName());
      rule.check(domain, problems);
    }
  }
}
