package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Parses numbers of attributes. */
final class Numbers {

  private Numbers() {}

  /**
   * Returns the attribute's number; empty with a problem reported if it is missing or out of range.
   */
  static Optional<Long> attribute(
      Problems problems, Element e, String name, long min, long max, String what) {
    Optional<Attribute> a = e.attribute(name);
    if (a.isEmpty()) {
      problems.error(
          e, what + " has no " + name + ": " + Remedy.of("add one from " + min + " to " + max));
      return Optional.empty();
    }
    String digits = XmlSpace.strip(a.get().value());
    if (!Digits.are(digits, 18) || Long.parseLong(digits) < min || Long.parseLong(digits) > max) {
      problems.error(
          a.get(),
          what
              + " "
              + name
              + "='"
              + Excerpt.of(a.get().value())
              + "' is not a number from "
              + min
              + " to "
              + max);
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(digits));
  }
}
