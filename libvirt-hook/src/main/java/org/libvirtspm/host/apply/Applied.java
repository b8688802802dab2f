package org.libvirtspm.host.apply;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.document.SpmNodes;
import org.libvirtspm.host.document.Standing;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/**
 * Result of applying a domain.
 *
 * @param standing its state before
 * @param before its XML in libvirt before
 * @param change the translation as a change; empty unless the domain was stale
 * @param defined true if libvirt has the new translation
 */
public record Applied(
    String name, Standing standing, Optional<byte[]> before, String change, boolean defined) {

  /** Makes the result before any change; everything that sentence() needs is read here. */
  static Applied looked(String name, Standing standing, byte[] before) {
    boolean stale = standing.kind() == Standing.Kind.STALE;
    String change = stale ? change(standing, before) : "";
    return new Applied(name, standing, Optional.of(before), change, false);
  }

  /** Returns the result after the new translation was defined. */
  Applied nowDefined() {
    return new Applied(name, standing, before, change, true);
  }

  /** Describes the result in one sentence without a full stop. */
  public String sentence() {
    String domain = "Domain '" + name + "' ";
    return switch (standing.kind()) {
      case WITHOUT_SPM -> domain + "declares no Specific Purpose Memory";
      case IN_STEP -> domain + "is in step already";
      case REFUSED -> domain + "can't be translated: " + firstError(standing.problems());
      case STALE -> domain + (defined ? "translated: " : "would be translated: ") + change;
    };
  }

  private static String change(Standing standing, byte[] before) {
    Optional<String> now = standing.target().map(DomainDocument::words);
    String was =
        DomainDocument.read(before)
            .flatMap(DomainDocument::target)
            .filter(t -> !Optional.of(t).equals(now))
            .map(t -> " (was " + t + ")")
            .orElse("");
    return SpmNodes.sentence(standing.cells()) + " in " + now.orElse("no dialect") + was;
  }

  private static String firstError(List<Problem> problems) {
    return problems.stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(Problem::message)
        .findFirst()
        .orElse("the translator gave no reason");
  }
}
