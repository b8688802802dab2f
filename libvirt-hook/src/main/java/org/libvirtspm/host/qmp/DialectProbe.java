package org.libvirtspm.host.qmp;

import java.nio.file.Path;
import java.util.List;
import org.libvirtspm.translator.Dialect;

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

  /**
   * Returns the supported dialects that this version can write, the preferred one first; empty for
   * none.
   *
   * @param emulator an executable file of this host
   * @throws ProbeFailure if the emulator does not answer
   */
  default List<Dialect> knownDialectsOf(Path emulator) {
    return dialectsOf(emulator).stream().flatMap(name -> Dialect.find(name).stream()).toList();
  }
}
