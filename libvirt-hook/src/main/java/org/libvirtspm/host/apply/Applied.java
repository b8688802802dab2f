package org.libvirtspm.host.apply;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.document.SpmNodes;
import org.libvirtspm.host.document.Standing;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/**
 * What became of a domain.
 *
 * @param standing how it stood before
 * @param before its XML as libvirt had it
 * @param change what the translation is or would be; empty unless the domain was stale
 * @param defined whether libvirt has the fresh translation now
 */
public record Applied(
    String name, Standing standing, Optional<byte[]> before, String change, boolean defined) {

  /** A domain before anything is done: what has to be read for the sentence is read here. */
  static Applied looked(String name, Standing standing, byte[] before) {
    boolean stale = standing.kind() == Standing.Kind.STALE;
    String change = stale ? change(standing, before) : "";
    return new Applied(name, standing, Optional.of(before), change, false);
  }

  /** The same domain when libvirt has the fresh translation. */
  Applied nowDefined() {
    return new Applied(name, standing, before, change, true);
  }

  /** One sentence about it, without a full stop. */
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
