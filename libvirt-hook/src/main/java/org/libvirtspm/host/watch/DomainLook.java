package org.libvirtspm.host.watch;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.apply.Applied;
import org.libvirtspm.host.apply.Applier;
import org.libvirtspm.host.apply.Look;
import org.libvirtspm.host.document.Standing.Kind;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;

/** Examines domains and translates those out of step. */
record DomainLook(LibvirtConnection libvirt, Applier applier, SeenDomains seen, Journal journal) {

  private static final long LARGE_HEAP_BYTES = 64 << 20;

  /** Examines all domains. */
  void atAll() throws LibvirtFailure {
    List<LibvirtDomain> domains = libvirt.domains();
    seen.retain(domains.stream().map(LibvirtDomain::uuid).toList());
    for (LibvirtDomain domain : domains) {
      at(domain);
    }
  }

  /** Examines one domain, if it still exists. */
  void at(String uuid) throws LibvirtFailure {
    try {
      at(libvirt.domain(uuid));
    } catch (LibvirtFailure e) {
      if (e.kind() == LibvirtFailure.Kind.NOT_CONNECTED) {
        throw e;
      }
      if (e.kind() != LibvirtFailure.Kind.NO_DOMAIN) {
        journal.error(e.getMessage());
      }
    }
  }

  private void at(LibvirtDomain domain) throws LibvirtFailure {
    Look<Applied> look = Look.at(domain, this::apply);
    look.found().ifPresent(this::tell);
    look.failure().ifPresent(failure -> journal.error(failure.sentence()));
    shrinkHeap();
  }

  /** Requests a full collection, which returns the memory of a large document to the system. */
  private static void shrinkHeap() {
    if (Runtime.getRuntime().totalMemory() > LARGE_HEAP_BYTES) {
      System.gc();
    }
  }

  private Optional<Applied> apply(LibvirtDomain domain) throws LibvirtFailure {
    if (!domain.isPersistent() || seen.isKnown(domain.uuid(), definition(domain))) {
      return Optional.empty();
    }
    Applied applied = applier.apply(domain, true);
    seen.remember(domain.uuid(), definition(domain));
    return Optional.of(applied);
  }

  private void tell(Applied applied) {
    if (applied.standing().kind() == Kind.REFUSED) {
      journal.error(applied.sentence());
    } else if (applied.defined()) {
      journal.info(applied.sentence());
    }
  }

  private static byte[] definition(LibvirtDomain domain) throws LibvirtFailure {
    return domain.xml(LibvirtDomain.INACTIVE + LibvirtDomain.SECURE);
  }
}
