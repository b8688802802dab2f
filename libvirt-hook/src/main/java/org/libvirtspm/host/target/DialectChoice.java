package org.libvirtspm.host.target;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.FailureReason;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.translator.Dialect;

/**
 * Chooses a document's dialect: the one that it was translated for, if its emulator speaks that;
 * else the first that its emulator speaks. Written without lambdas, which the hook's start-up
 * archive may lack.
 *
 * @param emulators decides which emulators are asked
 * @param recorded the dialect that the document was translated for; empty if it is not translated
 */
public record DialectChoice(
    DialectProbe probe, DocumentEmulator emulators, Optional<Dialect> recorded) {

  /**
   * Returns a document's emulator, resolved; empty if it is not on this host.
   *
   * @param emulator as in the document; libvirt requires an absolute path
   * @throws ProbeFailure if users other than root could have changed it, or the path is none
   */
  public Optional<Path> onThisHost(String emulator) {
    Path path = path(emulator.strip());
    return emulators.isHere(path) ? Optional.of(trusted(path)) : Optional.empty();
  }

  private static Path path(String emulator) {
    try {
      return Path.of(emulator);
    } catch (InvalidPathException e) {
      throw new ProbeFailure("its emulator's path " + emulator + " can't be read here", e);
    }
  }

  private Path trusted(Path emulator) {
    try {
      return emulators.resolve(emulator);
    } catch (IOException e) {
      throw new ProbeFailure(
          "its emulator "
              + emulator
              + " is not asked for its dialect, since "
              + FailureReason.withFile(e),
          e);
    }
  }

  /**
   * Returns the dialect for an emulator; empty if that knows no Specific Purpose Memory.
   *
   * @throws ProbeFailure if it does not answer
   */
  public Optional<Dialect> spokenBy(Path emulator) {
    List<Dialect> spoken = probe.knownDialectsOf(emulator);
    if (recorded.isPresent() && spoken.contains(recorded.get())) {
      return recorded;
    }
    return spoken.isEmpty() ? Optional.empty() : Optional.of(spoken.get(0));
  }

  /** Returns the dialect where there is no emulator to ask: the document's, else the oldest. */
  public Dialect unasked() {
    return recorded.isPresent() ? recorded.get() : Dialect.all().get(0);
  }
}
