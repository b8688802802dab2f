package org.libvirtspm.host.check;

import java.util.List;

/** One thing to look at. */
@FunctionalInterface
public interface Check {

  /** What there is to say; nothing when it does not apply. */
  List<Finding> of(Subject subject);
}
