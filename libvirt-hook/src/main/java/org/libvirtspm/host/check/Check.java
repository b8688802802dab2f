package org.libvirtspm.host.check;

import java.util.List;

/** A check of a domain on this host. */
@FunctionalInterface
public interface Check {

  /** Returns the findings; empty if the check does not apply. */
  List<Finding> of(Subject subject);
}
