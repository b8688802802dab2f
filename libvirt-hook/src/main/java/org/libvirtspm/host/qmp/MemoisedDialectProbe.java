package org.libvirtspm.host.qmp;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Probes each emulator once per process; remembers failures too. */
public final class MemoisedDialectProbe implements DialectProbe {

  private final DialectProbe probe;
  private final Map<Path, Supplier<List<String>>> answers = new HashMap<>();

  /** Stands before the probe that does the asking. */
  public MemoisedDialectProbe(DialectProbe probe) {
    this.probe = probe;
  }

  @Override
  public synchronized List<String> dialectsOf(Path emulator) {
    return answers.computeIfAbsent(emulator.toAbsolutePath().normalize(), this::ask).get();
  }

  private Supplier<List<String>> ask(Path emulator) {
    try {
      List<String> dialects = probe.dialectsOf(emulator);
      return () -> dialects;
    } catch (ProbeFailure e) {
      return () -> {
        throw e;
      };
    }
  }
}
