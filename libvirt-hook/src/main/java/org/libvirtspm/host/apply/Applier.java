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

  /** A persistent definition that others may change at any time. */
  interface Definition {
    byte[] xml() throws LibvirtFailure;

    void replace(byte[] xml) throws LibvirtFailure;
  }

  /**
   * Translates and redefines the domain's persistent definition if it is out of step. Throws
   * LibvirtFailure if somebody changes it during each attempt: their change is never replaced.
   *
   * @param define false for a dry run
   */
  public Applied apply(LibvirtDomain domain, boolean define) throws LibvirtFailure {
    Definition definition =
        new Definition() {
          @Override
          public byte[] xml() throws LibvirtFailure {
            return domain.xml(LibvirtDomain.INACTIVE + LibvirtDomain.SECURE);
          }

          @Override
          public void replace(byte[] xml) throws LibvirtFailure {
            var unused = libvirt.define(xml, false);
          }
        };
    return apply(domain.name(), definition, define);
  }

  Applied apply(String name, Definition definition, boolean define) throws LibvirtFailure {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      byte[] xml = definition.xml();
      Standing standing = standing(xml);
      Applied looked = Applied.looked(name, standing, xml);
      if (standing.kind() != Standing.Kind.STALE || !define) {
        return looked;
      }
      if (Arrays.equals(xml, definition.xml())) {
        definition.replace(standing.fresh().orElseThrow());
        return looked.nowDefined();
      }
    }
    throw LibvirtFailure.changing(name);
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
}
