package org.libvirtspm.host.qmp;

import java.nio.file.Path;
import java.util.List;

/** Determines which dialects an emulator supports. */
@FunctionalInterface
public interface DialectProbe {

  /**
   * Returns the names of the supported dialects, the preferred one first; empty for none.
   *
   * @param emulator an executable file of this host
   * @throws ProbeFailure if the emulator does not answer
   */
  List<String> dialectsOf(Path emulator);
}
