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
import org.libvirtspm.translator.Translation;
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
    Optional<Standing> standing = standing(xml, translation);
    Optional<byte[]> live =
        domain.isActive() ? Optional.of(domain.xml(LibvirtDomain.LIVE)) : Optional.empty();
    List<SpmCell> cells =
        standing.isPresent() ? standing.get().cells() : Translator.validate(xml).cells();
    return Optional.of(
        new ListedDomain(
            domain.name(),
            domain.uuid(),
            domain.state(),
            persistent,
            cells,
            live.map(Translator::validate)
                .filter(running -> !running.isRefused())
                .map(Translation::cells)
                .orElse(cells),
            document.get().dialect(),
            document.get().form(),
            standing.map(s -> inStep(s.kind(), live)).orElse("unknown")));
  }

  /** Empty when its emulator cannot be asked for its dialect. */
  private static Optional<Standing> standing(byte[] xml, DaemonTranslation translation) {
    try {
      return Optional.of(Standing.of(xml, translation::translate));
    } catch (ProbeFailure e) {
      return Optional.empty();
    }
  }

  /**
   * What the running guest has of a node, in KiB, where that differs from the next start: 0 for a
   * node that it does not have.
   */
  public OptionalLong runningKib(SpmCell cell) {
    long now =
        running.stream()
            .filter(c -> c.id() == cell.id())
            .mapToLong(SpmCell::sizeKib)
            .findFirst()
            .orElse(0);
    return now == cell.sizeKib() ? OptionalLong.empty() : OptionalLong.of(now);
  }

  private static String inStep(Standing.Kind kind, Optional<byte[]> live) {
    return switch (kind) {
      case WITHOUT_SPM, IN_STEP ->
          live.filter(ListedDomain::runsWithout).isPresent() ? "at next start" : "yes";
      case STALE -> "no";
      case REFUSED -> "refused";
    };
  }

  /** True for a guest that was started before its domain was translated. */
  private static boolean runsWithout(byte[] live) {
    return DomainDocument.read(live).filter(DomainDocument::isTranslated).isEmpty();
  }
}
