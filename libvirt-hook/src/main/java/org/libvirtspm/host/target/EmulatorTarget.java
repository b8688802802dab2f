package org.libvirtspm.host.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libvirtspm.host.FailureReason;
import org.libvirtspm.host.probe.Emulators;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;

/**
 * Chooses the dialect of the domain's emulator, if that is on this host; for a domain without one,
 * that of libvirt's default emulator; without any emulator, the default dialect.
 *
 * @param documents resolves the document's emulator, or refuses to run it
 * @param given an emulator to probe in place of the document's; any program of the user's choice
 * @param standard returns the default emulator, if there is one here
 * @param warnings takes a sentence if the choice may be unexpected
 * @param notes takes a sentence if no emulator was probed
 */
public record EmulatorTarget(
    DialectProbe probe,
    DocumentEmulator documents,
    LibvirtVersion libvirt,
    Optional<Path> given,
    Supplier<Optional<Path>> standard,
    Consumer<String> warnings,
    Consumer<String> notes)
    implements TargetChooser {

  /** Uses the emulators of this host. */
  public EmulatorTarget(
      DialectProbe probe,
      LibvirtVersion libvirt,
      Optional<Path> given,
      Consumer<String> warnings,
      Consumer<String> notes) {
    this(
        probe,
        DocumentEmulator.OF_THIS_HOST,
        libvirt,
        given,
        EmulatorTarget::standardOfThisHost,
        warnings,
        notes);
  }

  /** Returns libvirt's first choice that only root can change. */
  private static Optional<Path> standardOfThisHost() {
    return Emulators.inLibvirtsOrder().stream().filter(EmulatorTarget::isTrusted).findFirst();
  }

  private static boolean isTrusted(Path emulator) {
    try {
      var unused = DocumentEmulator.OF_THIS_HOST.resolve(emulator);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Target choose(Optional<String> emulator) {
    if (given.isPresent()) {
      return target(given.filter(this::isHere));
    }
    Optional<Path> asked =
        emulator.isPresent() ? emulator.flatMap(this::onThisHost) : standard.get();
    if (asked.isEmpty()) {
      notes.accept(assumption(emulator));
    }
    return target(asked);
  }

  private Target target(Optional<Path> asked) {
    return new Target(asked.map(this::spokenBy).orElseGet(EmulatorTarget::byDefault), libvirt);
  }

  private static String assumption(Optional<String> emulator) {
    return emulator
            .map(e -> "the emulator " + e.strip() + " is not on this host")
            .orElse("it names no emulator, and this host has no QEMU to ask")
        + ": dialect "
        + byDefault().name()
        + " is assumed; stock QEMU 11.1 and later needs --dialect sp-mem";
  }

  /** True if the file exists; warns otherwise, since the user may have mistyped it. */
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

  /** Returns the dialect without a probe: the oldest. */
  private static Dialect byDefault() {
    return Dialect.all().get(0);
  }

  /** Returns the document's emulator, if it is on this host; libvirt requires absolute paths. */
  private Optional<Path> onThisHost(String emulator) {
    try {
      return Optional.of(Path.of(emulator.strip())).filter(documents::isHere).map(this::trusted);
    } catch (InvalidPathException e) {
      throw new ProbeFailure("the emulator's path " + emulator + " can't be read here", e);
    }
  }

  /** Refuses to run a file that users other than root could have changed. */
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
    List<Dialect> spoken = probe.knownDialectsOf(emulator);
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
