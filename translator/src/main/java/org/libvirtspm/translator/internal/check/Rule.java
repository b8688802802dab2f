package org.libvirtspm.translator.internal.check;

import java.util.List;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;

/**
 * Something that must hold, or the guest would not get what its document says. The code of its
 * problems is the class's name in small letters, with hyphens.
 */
@FunctionalInterface
public interface Rule {

  /** Reports where it does not hold. */
  void check(Domain domain, Problems problems);

  /** Checks some rules, in order. */
  static void checkAll(List<Rule> rules, Domain domain, Problems problems) {
    for (Rule rule : rules) {
      problems.setCode(rule.getClass().getSimpleName());
      rule.check(domain, problems);
    }
  }
}
