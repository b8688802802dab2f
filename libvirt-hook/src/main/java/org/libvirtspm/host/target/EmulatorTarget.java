package org.libvirtspm.host.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.libvirtspm.host.probe.Emulators;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;

/**
 * Chooses the target for a domain's emulator, if that is on this host; for a domain without one,
 * for libvirt's default emulator.
 *
 * @param given an emulator to probe in place of the document's; any executable of the user's choice
 * @param standard returns the default emulator, if there is one here
 * @param warnings takes a sentence if the choice may be unexpected
 * @param notes takes a sentence if no emulator was probed and the document has no dialect either
 */
public record EmulatorTarget(
    DialectChoice choice,
    LibvirtVersion libvirt,
    Optional<Path> given,
    Supplier<Optional<Path>> standard,
    Consumer<String> warnings,
    Consumer<String> notes)
    implements TargetChooser {

  /**
   * Uses the emulators of this host.
   *
   * @param recorded the dialect that the document was translated for
   */
  public EmulatorTarget(
      DialectProbe probe,
      Optional<Dialect> recorded,
      LibvirtVersion libvirt,
      Optional<Path> given,
      Consumer<String> warnings,
      Consumer<String> notes) {
    this(
        new DialectChoice(probe, DocumentEmulator.OF_THIS_HOST, recorded),
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
      return target(given);
    }
    Optional<Path> asked =
        emulator.isPresent() ? emulator.flatMap(choice::onThisHost) : standard.get();
    if (asked.isEmpty() && choice.recorded().isEmpty()) {
      notes.accept(assumption(emulator));
    }
    return target(asked);
  }

  private Target target(Optional<Path> asked) {
    return new Target(asked.map(this::spokenBy).orElseGet(choice::unasked), libvirt);
  }

  private String assumption(Optional<String> emulator) {
    return emulator
            .map(e -> "the emulator " + e.strip() + " is not on this host")
            .orElse("it names no emulator, and this host has no QEMU to ask")
        + ": dialect "
        + choice.unasked().name()
        + " is assumed; stock QEMU 11.1 and later needs --dialect sp-mem";
  }

  private Dialect spokenBy(Path emulator) {
    return choice.spokenBy(emulator).orElseGet(() -> unknownTo(emulator));
  }

  private Dialect unknownTo(Path emulator) {
    warnings.accept(
        "the emulator "
            + emulator
            + " knows no Specific Purpose Memory and will not start this domain;"
            + " the result is in dialect "
            + choice.unasked().name());
    return choice.unasked();
  }
}
