package org.libvirtspm.host.target;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.internal.dialect.Dialects;

/**
 * Chooses the dialect for a domain of a given libvirt: what its emulator says, if it can be asked
 * from here; else what the domain had before, or what is known of the QEMU that libvirt names.
 *
 * @param warnings takes a sentence when the choice is only a guess
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
              probe, daemon.libvirtVersion(), Optional.empty(), warnings, note -> {})
          .choose(emulator);
    }
    Dialect dialect =
        recorded().or(() -> known(emulator, standard)).orElseGet(() -> guess(emulator));
    return new Target(dialect, daemon.libvirtVersion());
  }

  private boolean canBeAsked(String emulator) {
    try {
      return daemon.isOnThisHost() && DocumentEmulator.OF_THIS_HOST.isHere(Path.of(emulator));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private Optional<Dialect> recorded() {
    return domain.dialect().flatMap(Dialect::find);
  }

  /** By its version, which libvirt tells of its default emulator only. */
  private Optional<Dialect> known(Optional<String> emulator, Optional<String> standard) {
    return daemon
        .qemuVersion()
        .filter(v -> emulator.equals(standard))
        .flatMap(v -> Dialects.ofStockQemu(v.major(), v.minor()));
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

  /** For documents nobody can read; they are refused before a target is chosen. */
  static TargetChooser unread(LibvirtVersion version) {
    return emulator -> new Target(Dialect.all().get(0), version);
  }
}
