package org.libvirtspm.host.apply;

import java.io.UncheckedIOException;
import java.util.Arrays;
import org.libvirtspm.host.document.Standing;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.target.DaemonTranslation;

/** Redefines domains whose translation and declaration differ, and no others. */
public record Applier(LibvirtConnection libvirt, DaemonTranslation translation) {

  /** Somebody else may define the domain at the same time; more often is somebody's loop. */
  private static final int ATTEMPTS = 3;

  /**
   * Brings the domain's persistent definition in step.
   *
   * @param define false to only look
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
