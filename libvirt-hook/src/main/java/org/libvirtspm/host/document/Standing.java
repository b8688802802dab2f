package org.libvirtspm.host.document;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * How a domain's translation stands to its declaration.
 *
 * @param fresh the document as it should be; empty when it is refused
 * @param cells its SPM cells, as far as they can be read
 * @param target what it should be translated for; empty without SPM, and when it is refused before
 */
public record Standing(
    Kind kind,
    Optional<byte[]> fresh,
    List<Problem> problems,
    List<SpmCell> cells,
    Optional<Target> target) {

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
        return without(Kind.WITHOUT_SPM, Optional.of(xml), List.of());
      }
    } catch (MalformedException e) {
      return without(Kind.REFUSED, Optional.empty(), List.of(e.problem()));
    }
    Translation result = translation.apply(xml);
    Kind kind = result.isRefused() ? Kind.REFUSED : result.inStep() ? Kind.IN_STEP : Kind.STALE;
    return new Standing(
        kind, result.document(), result.problems(), result.cells(), result.target());
  }

  private static Standing without(Kind kind, Optional<byte[]> fresh, List<Problem> problems) {
    return new Standing(kind, fresh, problems, List.of(), Optional.empty());
  }
}
