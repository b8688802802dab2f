package org.libvirtspm.host.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * How a domain's translation stands to its declaration.
 *
 * @param fresh the document as it should be; empty when it is refused
 */
public record Standing(Kind kind, Optional<byte[]> fresh, List<Problem> problems) {

  /** The four ways it can stand. */
  public enum Kind {
    /** It declares no SPM. */
    WITHOUT_SPM,
    /** It is translated, and rightly so. */
    IN_STEP,
    /** It is not translated, or for another target, or its declaration has changed since. */
    STALE,
    /** Its declaration cannot be translated. */
    REFUSED
  }

  /** Looks at a document, given a translation that leaves alone what is in step. */
  public static Standing of(byte[] xml, Function<byte[], Translation> translation) {
    try {
      if (DomainDocument.declaring(xml).isEmpty()) {
        return new Standing(Kind.WITHOUT_SPM, Optional.of(xml), List.of());
      }
    } catch (MalformedException e) {
      return new Standing(Kind.REFUSED, Optional.empty(), List.of(e.problem()));
    }
    Translation result = translation.apply(xml);
    Kind kind = result.isRefused() ? Kind.REFUSED : result.inStep() ? Kind.IN_STEP : Kind.STALE;
    return new Standing(kind, result.document(), result.problems());
  }
}
