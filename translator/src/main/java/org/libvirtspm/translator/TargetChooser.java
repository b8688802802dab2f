package org.libvirtspm.translator;

import java.util.Optional;

/**
 * Answers which target a document is for; asked once per document, and only when it declares SPM.
 */
@FunctionalInterface
public interface TargetChooser {

  /**
   * Chooses the target.
   *
   * @param emulator the text of the domain's {@code <emulator>}, if it has one
   */
  Target choose(Optional<String> emulator);
}
