package org.libvirtspm.host.qmp;

import java.nio.file.Path;
import java.util.List;

/** Finds out what an emulator is. */
public interface EmulatorProbe extends DialectProbe {

  /**
   * Asks the emulator.
   *
   * @param emulator an executable file of this host
   * @throws ProbeFailure if the emulator gave no answer
   */
  EmulatorFacts factsOf(Path emulator);

  @Override
  default List<String> dialectsOf(Path emulator) {
    return factsOf(emulator).dialects();
  }
}
