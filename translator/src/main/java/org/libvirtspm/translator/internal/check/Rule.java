package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.Problems;
import org.libvirtspm.translator.internal.domain.Domain;

/** Something that must hold, or the guest would not get what its document says. */
@FunctionalInterface
public interface Rule {

  /** Reports where it does not hold. */
  void check(Domain domain, Problems problems);
}
