package org.libvirtspm.host.apply;

import java.io.UncheckedIOException;
import java.util.Arrays;
import org.libvirtspm.host.document.Standing;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.target.DaemonTranslation;

/** Redefines domains whose translation does not match their declaration. */
public record Applier(LibvirtConnection libvirt, DaemonTranslation translation) {

  /**
   * Limit of attempts if the domain changes at the same time; more changes come from a loop
   * elsewhere.
   */
  private static final int ATTEMPTS = 3;

  /**
   * Translates and redefines the domain's persistent definition if it is out of step.
   *
   * @param define false for a dry run
   */
  public Applied apply(LibvirtDomain domain, boolean define) throws LibvirtFailure {
    for (int attempt = 1; ; attempt++) {
      byte[] xml = definition(domain);
      Standing standing = standing(xml);
      Applied looked = Applied.looked(domain.name(), standing, xml);
      if (standing.kind() != Standing.Kind.STALE || !define) {
        return looked;
      }
      if (attempt == ATTEMPTS || Arrays.equals(xml, definition(domain))) {
        var unused = libvirt.define(standing.fresh().orElseThrow(), false);
        return looked.nowDefined();
      }
    }
  }

  private Standing standing(byte[] xml) throws LibvirtFailure {
    try {
      return Standing.of(xml, translation::translate);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof LibvirtFailure lost) {
        throw lost;
      }
      throw e;
    }
  }

  private static byte[] definition(LibvirtDomain domain) throws LibvirtFailure {
    return domain.xml(LibvirtDomain.INACTIVE + LibvirtDomain.SECURE);
  }
}
