package org.libvirtspm.translator;

import java.util.Optional;

/**
 * Chooses the target of a document. Called at most once per document, and only if it declares SPM,
 * in the thread that translates.
 */
@FunctionalInterface
public interface TargetChooser {

  /**
   * Returns the target; never null. What it throws is passed on to the caller of the translation.
   *
   * @param emulator the text of the domain's first {@code <emulator>}, without white space around
   *     it; empty if it has none
   */
  Target choose(Optional<String> emulator);
}
