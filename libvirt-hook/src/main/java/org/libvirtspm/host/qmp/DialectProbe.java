package org.libvirtspm.host.qmp;

import java.nio.file.Path;
import java.util.List;

/** Finds out which dialects an emulator speaks. */
@FunctionalInterface
public interface DialectProbe {

  /**
   * Names the dialects the emulator speaks, the one to prefer first; empty when it speaks none.
   *
   * @param emulator an executable file of this host
   * @throws ProbeFailure if the emulator gave no answer
   */
  List<String> dialectsOf(Path emulator);
}
