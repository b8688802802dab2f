package org.libvirtspm.host.target;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.internal.dialect.Dialects;

/**
 * Chooses the dialect for a domain of a libvirt daemon: by a probe of its emulator if that is
 * possible here, otherwise the domain's former dialect, otherwise by the version of libvirt's QEMU.
 *
 * @param warnings takes a sentence if the choice is a guess
 */
record DaemonTarget(
    Daemon daemon, DialectProbe probe, DomainDocument domain, Consumer<String> warnings)
    implements TargetChooser {

  @Override
  public Target choose(Optional<String> inDocument) {
    Optional<String> standard = daemon.defaultEmulator(domain);
    Optional<String> emulator = inDocument.map(String::strip).or(() -> standard);
    if (emulator.filter(this::canBeAsked).isPresent()) {
      return new EmulatorTarget(
              probe,
              domain.knownDialect(),
              daemon.libvirtVersion(),
              Optional.empty(),
              warnings,
              note -> {})
          .choose(emulator);
    }
    Dialect dialect =
        domain.knownDialect().or(() -> known(emulator, standard)).orElseGet(() -> guess(emulator));
    return new Target(dialect, daemon.libvirtVersion());
  }

  private boolean canBeAsked(String emulator) {
    try {
      return daemon.isOnThisHost() && DocumentEmulator.OF_THIS_HOST.isHere(Path.of(emulator));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Returns the dialect by version, which libvirt knows of its default emulator only. */
  private Optional<Dialect> known(Optional<String> emulator, Optional<String> standard) {
    return daemon
        .qemuVersion()
        .filter(v -> emulator.equals(standard))
        .flatMap(v -> Dialects.ofStockQemu(v.major(), v.minor()))
        .flatMap(Dialect::find);
  }

  private Dialect guess(Optional<String> emulator) {
    Dialect dialect = Dialect.all().get(0);
    warnings.accept(
        "the emulator "
            + emulator.orElse("of that libvirt")
            + " can't be asked from here for its dialect; the result is in dialect "
            + dialect.name());
    return dialect;
  }
}
