package org.libvirtspm.testbed;

import org.libvirtspm.testbed.Comparison.Expected;

/** One way in which a translated domain may, or must, differ from its ordinary twin. */
@FunctionalInterface
interface Allowance {
  void apply(Expected expected);
}
