package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Refuses libvirt before 8.2, which ignores {@code <qemu:override>} silently. */
public final class OverrideIsKnown implements Rule {

  private final LibvirtVersion libvirt;

  OverrideIsKnown(LibvirtVersion libvirt) {
    this.libvirt = libvirt;
  }

  /** True for libvirt 8.2 and later, and for an unknown version. */
  public static boolean to(LibvirtVersion libvirt) {
    return libvirt.equals(LibvirtVersion.UNKNOWN) || libvirt.isAtLeast(8, 2);
  }

  @Override
  public void check(Domain domain, Problems problems) {
    if (to(libvirt)) {
      return;
    }
    domain.devices("controller").stream()
        .flatMap(c -> c.descend("target", "node").stream())
        .filter(n -> domain.isSpmNode(n.text()))
        .forEach(n -> refuse(n, problems));
  }

  private void refuse(Element at, Problems problems) {
    problems.error(
        at,
        "libvirt "
            + libvirt
            + " has no <qemu:override>, which this needs: "
            + Remedy.of("use 8.2 or later"));
  }
}
