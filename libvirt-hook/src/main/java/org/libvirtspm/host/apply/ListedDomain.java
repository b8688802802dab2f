package org.libvirtspm.host.apply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
 * A domain with SPM, for {@code virt-spm list}.
 *
 * @param state in virsh's words
 * @param nodes nodes at the next start, then those that only the running guest has
 * @param inStep yes, no, refused, at next start, or unknown
 */
public record ListedDomain(
    String name,
    String uuid,
    String state,
    boolean persistent,
    List<Node> nodes,
    Optional<String> dialect,
    Optional<String> form,
    String inStep) {

  /**
   * An SPM node.
   *
   * @param nextKib size at the next start; 0 if the domain no longer has the node
   * @param nowKib size in the running guest; 0 if that does not have the node. Equal to nextKib if
   *     no guest runs
   */
  public record Node(SpmCell cell, long nextKib, long nowKib) {}

  /** Examines a domain; empty if neither its definition nor its running guest has SPM. */
  public static Optional<ListedDomain> of(LibvirtDomain domain, DaemonTranslation translation)
      throws LibvirtFailure, MalformedException {
    boolean persistent = domain.isPersistent();
    byte[] xml = domain.xml(persistent ? LibvirtDomain.INACTIVE : LibvirtDomain.LIVE);
    Optional<byte[]> live = Optional.empty();
    if (domain.isActive()) {
      live = Optional.of(persistent ? domain.xml(LibvirtDomain.LIVE) : xml);
    }
    Optional<DomainDocument> document = DomainDocument.declaring(xml);
    if (document.isEmpty() && live.isPresent()) {
      document = DomainDocument.declaring(live.get());
    }
    if (document.isEmpty()) {
      return Optional.empty();
    }
    Optional<Standing> standing = standing(xml, translation);
    List<SpmCell> next =
        standing.isPresent() ? standing.get().cells() : Translator.validate(xml).cells();
    List<SpmCell> now =
        live.map(Translator::validate)
            .filter(running -> !running.isRefused())
            .map(Translation::cells)
            .orElse(next);
    return Optional.of(
        new ListedDomain(
            domain.name(),
            domain.uuid(),
            domain.state(),
            persistent,
            nodes(next, now),
            document.get().dialect(),
            document.get().form(),
            standing.isPresent() ? inStep(standing.get().kind(), live) : "unknown"));
  }

  private static List<Node> nodes(List<SpmCell> next, List<SpmCell> now) {
    Map<Integer, Long> nextKib = sizes(next);
    Map<Integer, Long> nowKib = sizes(now);
    return Stream.concat(
            next.stream().map(c -> new Node(c, c.sizeKib(), nowKib.getOrDefault(c.id(), 0L))),
            now.stream()
                .filter(c -> !nextKib.containsKey(c.id()))
                .map(c -> new Node(c, 0, c.sizeKib())))
        .toList();
  }

  /** Returns sizes in KiB by node. */
  private static Map<Integer, Long> sizes(List<SpmCell> cells) {
    Map<Integer, Long> sizes = new HashMap<>();
    cells.forEach(c -> sizes.putIfAbsent(c.id(), c.sizeKib()));
    return sizes;
  }

  /** Returns the standing; empty if the emulator cannot be probed. */
  private static Optional<Standing> standing(byte[] xml, DaemonTranslation translation) {
    try {
      return Optional.of(Standing.of(xml, translation::translate));
    } catch (ProbeFailure e) {
      return Optional.empty();
    }
  }

  private static String inStep(Standing.Kind kind, Optional<byte[]> live) {
    return switch (kind) {
      case WITHOUT_SPM, IN_STEP ->
          live.filter(ListedDomain::runsWithout).isPresent() ? "at next start" : "yes";
      case STALE -> "no";
      case REFUSED -> "refused";
    };
  }

  /** True if the guest was started before its domain was translated. */
  private static boolean runsWithout(byte[] live) {
    return DomainDocument.read(live).filter(DomainDocument::isTranslated).isEmpty();
  }
}
