package org.libvirtspm.translator.internal.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Warns of machine types up to 5.0: libvirt may write {@code -numa node,mem=} for them, which QEMU
 * does not combine with memdev=.
 */
final class OldMachine implements Rule {

  private static final Pattern VERSION = Pattern.compile("pc-(?:q35|i440fx)-([0-4]\\.\\d+|5\\.0)");

  @Override
  public void check(Domain domain, Problems problems) {
    Matcher old = VERSION.matcher(domain.machine());
    if (old.matches()) {
      Element at = domain.root().descend("os", "type").orElse(domain.root());
      problems.warning(
          at,
          "machine '"
              + Excerpt.of(domain.machine())
              + "' may refuse to start: libvirt may write mem= for its nodes; "
              + Remedy.of("use version 5.1 or later"));
    }
  }
}
