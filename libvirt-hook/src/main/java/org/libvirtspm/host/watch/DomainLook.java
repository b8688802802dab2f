package org.libvirtspm.host.watch;

import java.util.List;
import org.libvirtspm.host.apply.Applied;
import org.libvirtspm.host.apply.Applier;
import org.libvirtspm.host.document.Standing.Kind;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.qmp.ProbeFailure;

/** Looks at domains, and brings those in step that are not. */
record DomainLook(LibvirtConnection libvirt, Applier applier, SeenDomains seen, Journal journal) {

  /** Looks at every domain there is. */
  void atAll() throws LibvirtFailure {
    List<LibvirtDomain> domains = libvirt.domains();
    seen.retain(domains.stream().map(LibvirtDomain::uuid).toList());
    for (LibvirtDomain domain : domains) {
      at(domain);
    }
  }

  /** Looks at one domain, if it is still there. */
  void at(String uuid) throws LibvirtFailure {
    try {
      at(libvirt.domain(uuid));
    } catch (LibvirtFailure e) {
      passOver(e);
    }
  }

  private void at(LibvirtDomain domain) throws LibvirtFailure {
    try (domain) {
      if (domain.isPersistent() && !seen.isKnown(domain.uuid(), definition(domain))) {
        tell(applier.apply(domain, true));
        seen.remember(domain.uuid(), definition(domain));
      }
    } catch (ProbeFailure e) {
      journal.error("Domain '" + domain.name() + "': " + e.getMessage());
    } catch (LibvirtFailure e) {
      passOver(e);
      if (e.kind() == LibvirtFailure.Kind.OTHER) {
        journal.error("Domain '" + domain.name() + "': " + e.getMessage());
      }
    }
  }

  private void tell(Applied applied) {
    if (applied.standing().kind() == Kind.REFUSED) {
      journal.error(applied.sentence());
    } else if (applied.defined()) {
      journal.info(applied.sentence());
    }
  }

  /** Only a lost connection is worth ending for. */
  private static void passOver(LibvirtFailure e) throws LibvirtFailure {
    if (e.kind() == LibvirtFailure.Kind.NOT_CONNECTED) {
      throw e;
    }
  }

  private static byte[] definition(LibvirtDomain domain) throws LibvirtFailure {
    return domain.xml(LibvirtDomain.INACTIVE + LibvirtDomain.SECURE);
  }
}
