package org.libvirtspm.host.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.libvirtspm.host.FailureReason;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.dialect.Dialect;
import org.libvirtspm.translator.dialect.Dialects;

/**
 * Chooses the dialect that the domain's emulator speaks when that emulator is on this host, and the
 * default dialect when it is not.
 *
 * @param documents resolves the document's emulator, or refuses to have it run
 * @param given the emulator to ask in place of the document's; any program of the user's
 * @param warnings takes a sentence when the choice may not be what the user expects
 */
public record EmulatorTarget(
    DialectProbe probe,
    DocumentEmulator documents,
    LibvirtVersion libvirt,
    Optional<Path> given,
    Consumer<String> warnings)
    implements TargetChooser {

  /** For the emulators of this host. */
  public EmulatorTarget(
      DialectProbe probe, LibvirtVersion libvirt, Optional<Path> given, Consumer<String> warnings) {
    this(probe, DocumentEmulator.OF_THIS_HOST, libvirt, given, warnings);
  }

  @Override
  public Target choose(Optional<String> emulator) {
    Optional<Path> asked =
        given.isPresent() ? given.filter(this::isHere) : emulator.flatMap(this::onThisHost);
    return new Target(asked.map(this::spokenBy).orElseGet(EmulatorTarget::byDefault), libvirt);
  }

  /** A path the user typed may be mistyped, so its absence is worth a word. */
  private boolean isHere(Path emulator) {
    boolean here = Files.isRegularFile(emulator) && Files.isExecutable(emulator);
    if (!here) {
      warnings.accept(
          "the emulator "
              + emulator
              + " is not an executable file on this host;"
              + " the result is in dialect "
              + byDefault().name());
    }
    return here;
  }

  /** The dialect for an emulator nobody can ask. */
  private static Dialect byDefault() {
    return Dialects.ALL.get(0);
  }

  /** The file a document names, if it is here; libvirt takes absolute paths only. */
  private Optional<Path> onThisHost(String emulator) {
    try {
      return Optional.of(Path.of(emulator.strip())).filter(documents::isHere).map(this::trusted);
    } catch (InvalidPathException e) {
      throw new ProbeFailure("the emulator's path " + emulator + " can't be read here", e);
    }
  }

  /** Refuses to run, for a document's author, what somebody else may have put there. */
  private Path trusted(Path emulator) {
    try {
      return documents.resolve(emulator);
    } catch (IOException e) {
      throw new ProbeFailure(
          "the document's emulator "
              + emulator
              + " is not asked for its dialect, since "
              + FailureReason.withFile(e),
          e);
    }
  }

  private Dialect spokenBy(Path emulator) {
    List<Dialect> spoken =
        probe.dialectsOf(emulator).stream().flatMap(n -> Dialects.named(n).stream()).toList();
    if (spoken.isEmpty()) {
      warnings.accept(
          "the emulator "
              + emulator
              + " knows no Specific Purpose Memory and will not start this domain;"
              + " the result is in dialect "
              + byDefault().name());
      return byDefault();
    }
    return spoken.get(0);
  }
}
