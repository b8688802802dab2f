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
 * State of a domain's translation relative to its declaration.
 *
 * @param fresh the correct document; empty if it is refused
 * @param cells its SPM cells, as far as readable
 * @param target the correct target; empty without SPM, and if refused before one was chosen
 */
public record Standing(
    Kind kind,
    Optional<byte[]> fresh,
    List<Problem> problems,
    List<SpmCell> cells,
    Optional<Target> target) {

  /** The possible states. */
  public enum Kind {
    /** No SPM is declared. */
    WITHOUT_SPM,
    /** The translation matches the declaration and the target. */
    IN_STEP,
    /** Not translated, or for another target, or the declaration has changed since. */
    STALE,
    /** The declaration cannot be translated. */
    REFUSED
  }

  /** Determines the state with a translation that leaves documents in step unchanged. */
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
