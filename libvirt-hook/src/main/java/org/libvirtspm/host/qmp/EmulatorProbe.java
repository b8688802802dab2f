package org.libvirtspm.host.qmp;

import java.nio.file.Path;
import java.util.List;

/** Determines version and dialects of an emulator. */
public interface EmulatorProbe extends DialectProbe {

  /**
   * Probes the emulator.
   *
   * @param emulator an executable file of this host
   * @throws ProbeFailure if the emulator does not answer
   */
  EmulatorFacts factsOf(Path emulator);

  @Override
  default List<String> dialectsOf(Path emulator) {
    return factsOf(emulator).dialects();
  }
}
