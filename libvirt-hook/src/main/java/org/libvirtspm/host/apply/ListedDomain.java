package org.libvirtspm.host.apply;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.document.Standing;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * A domain with SPM, for a list.
 *
 * @param state in virsh's words
 * @param cells its SPM cells at the next start
 * @param running those its guest has now; the same if it does not run
 * @param inStep yes, no, refused, at next start, or unknown
 */
public record ListedDomain(
    String name,
    String uuid,
    String state,
    boolean persistent,
    List<SpmCell> cells,
    List<SpmCell> running,
    Optional<String> dialect,
    Optional<String> form,
    String inStep) {

  /** Looks at a domain; empty when it has no SPM. */
  public static Optional<ListedDomain> of(LibvirtDomain domain, DaemonTranslation translation)
      throws LibvirtFailure, MalformedException {
    boolean persistent = domain.isPersistent();
    byte[] xml = domain.xml(persistent ? LibvirtDomain.INACTIVE : LibvirtDomain.LIVE);
    Optional<DomainDocument> document = DomainDocument.declaring(xml);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ListedDomain(
            domain.name(),
            domain.uuid(),
            domain.state(),
            persistent,
            Translator.validate(xml).cells(),
            Translator.validate(domain.isActive() ? domain.xml(LibvirtDomain.LIVE) : xml).cells(),
            document.get().dialect(),
            document.get().form(),
            inStep(domain, xml, translation)));
  }

  /** What the running guest has of a node, in KiB, where that differs from the next start. */
  public OptionalLong runningKib(SpmCell cell) {
    return running.stream()
        .filter(now -> now.id() == cell.id() && now.sizeKib() != cell.sizeKib())
        .mapToLong(SpmCell::sizeKib)
        .findFirst();
  }

  private static String inStep(LibvirtDomain domain, byte[] xml, DaemonTranslation translation)
      throws LibvirtFailure {
    try {
      return switch (Standing.of(xml, translation::translate).kind()) {
        case WITHOUT_SPM, IN_STEP -> runsWithout(domain) ? "at next start" : "yes";
        case STALE -> "no";
        case REFUSED -> "refused";
      };
    } catch (ProbeFailure e) {
      return "unknown";
    }
  }

  /** True for a guest that was started before its domain was translated. */
  private static boolean runsWithout(LibvirtDomain domain) throws LibvirtFailure {
    return domain.isActive()
        && DomainDocument.read(domain.xml(LibvirtDomain.LIVE))
            .filter(DomainDocument::isTranslated)
            .isEmpty();
  }
}
