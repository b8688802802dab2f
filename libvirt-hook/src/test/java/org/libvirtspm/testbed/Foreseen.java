package org.libvirtspm.testbed;

import java.util.List;
import org.libvirtspm.testbed.Domain.Cell;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/** What a generated domain asks for before libvirt 12; the like of others is a failure. */
final class Foreseen {
  private Foreseen() {}

  static boolean refusal(Domain domain, Lane lane, List<Problem> problems) {
    return problems.stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .allMatch(
            p ->
                !lane.nativeForm()
                    && p.message().contains("would lose its initiator")
                    && losesHmat(domain));
  }

  /** Devices that no ordinary cell can carry are arguments for QEMU. */
  static boolean passedDevices(Domain domain) {
    return domain.cells().stream().anyMatch(c -> c.spm() && !hasAlike(domain, c));
  }

  /** All that the HMAT is made of names an SPM cell. */
  private static boolean losesHmat(Domain domain) {
    return domain.cells().stream().noneMatch(c -> !c.spm() && c.has("cache"))
        && domain.interconnects.stream()
            .allMatch(
                i ->
                    domain.cells().stream()
                        .anyMatch(
                            c ->
                                c.spm()
                                    && i.matches(
                                        "(?s).*(target|initiator)=[\"']" + c.id() + "[\"'].*")));
  }

  /** Before libvirt 12 the memory takes part of its settings from an ordinary cell. */
  private static boolean hasAlike(Domain domain, Cell cell) {
    return domain.cells().stream().filter(c -> !c.spm()).anyMatch(c -> alike(domain, cell, c));
  }

  private static boolean alike(Domain domain, Cell cell, Cell ordinary) {
    boolean ownAccess = cell.hasAttribute("memAccess") || !ordinary.hasAttribute("memAccess");
    boolean rest = cell.path().isPresent() || ownAccess || domain.has(Feature.ACCESS);
    return rest && domain.memnode(cell).equals(domain.memnode(ordinary));
  }
}
