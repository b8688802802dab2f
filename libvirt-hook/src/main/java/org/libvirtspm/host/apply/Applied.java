package org.libvirtspm.host.apply;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.document.SpmNodes;
import org.libvirtspm.host.document.Standing;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Translator;

/**
 * What became of a domain.
 *
 * @param standing how it stood before
 * @param before its XML as libvirt had it
 * @param defined whether libvirt has the fresh translation now
 */
public record Applied(String name, Standing standing, Optional<byte[]> before, boolean defined) {

  /** One sentence about it, without a full stop. */
  public String sentence() {
    String domain = "Domain '" + name + "' ";
    return switch (standing.kind()) {
      case WITHOUT_SPM -> domain + "declares no Specific Purpose Memory";
      case IN_STEP -> domain + "is in step already";
      case REFUSED -> domain + "can't be translated: " + firstError(standing.problems());
      case STALE -> domain + (defined ? "translated: " : "would be translated: ") + change();
    };
  }

  private String change() {
    byte[] fresh = standing.fresh().orElseThrow();
    Optional<DomainDocument> now = DomainDocument.read(fresh);
    String was =
        before
            .flatMap(DomainDocument::read)
            .flatMap(DomainDocument::target)
            .filter(t -> !Optional.of(t).equals(now.flatMap(DomainDocument::target)))
            .map(t -> " (was " + t + ")")
            .orElse("");
    return SpmNodes.sentence(Translator.cells(fresh))
        + " in "
        + now.flatMap(DomainDocument::target).orElse("no dialect")
        + was;
  }

  private static String firstError(List<Problem> problems) {
    return problems.stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(Problem::message)
        .findFirst()
        .orElse("the translator gave no reason");
  }
}
