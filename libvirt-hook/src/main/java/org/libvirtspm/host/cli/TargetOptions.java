package org.libvirtspm.host.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.probe.Emulators;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.host.qmp.MemoisedDialectProbe;
import org.libvirtspm.host.target.EmulatorTarget;
import org.libvirtspm.host.target.EmulatorWarnings;
import org.libvirtspm.host.target.InstalledLibvirt;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.internal.dialect.Dialects;

/**
 * The options that say what a document is translated for.
 *
 * @param dialect empty to ask the emulator
 * @param emulator the emulator to ask in place of the document's
 */
record TargetOptions(
    Optional<Dialect> dialect,
    LibvirtVersion libvirt,
    Optional<Path> emulator,
    DialectProbe probe) {

  private static final String AUTO = "auto";

  /** Option in a synopsis. */
  static final String SYNOPSIS = "[--dialect " + String.join("|", dialects()) + "]";

  /** Returns the choices as a sentence. */
  static final String DIALECTS =
      Dialects.ALL.stream()
          .map(d -> d.name() + " (" + d.qemu() + ")")
          .collect(Collectors.joining(", ", "What the domain's QEMU understands: ", "."));

  static final Option DIALECT =
      new Option(
          List.of("--dialect"),
          "DIALECT",
          DIALECTS
              + " auto, the default, asks the document's emulator, or the QEMU that libvirt would"
              + " take if it names none; if neither is on this host, it keeps the"
              + " document's dialect, or takes spm and says so.");

  static final Option LIBVIRT =
      new Option(
          List.of("--libvirt"),
          "VERSION",
          "The libvirt that will read the result, such as 12.8; by default the one installed here."
              + " If there is none, the result suits an old one.");

  static final Option EMULATOR =
      new Option(
          List.of("--emulator"),
          "PATH",
          "The QEMU to ask for its dialect, in place of the document's <emulator>. A name is looked for on the"
              + " PATH.");

  /** Reads the options; the probe is shared by all documents of the run. */
  static TargetOptions of(Arguments arguments) {
    return new TargetOptions(
        dialect(arguments.value(DIALECT)),
        arguments
            .value(LIBVIRT)
            .map(TargetOptions::libvirt)
            .or(InstalledLibvirt.OF_THIS_HOST::version)
            .orElse(LibvirtVersion.UNKNOWN),
        arguments.value(EMULATOR).map(TargetOptions::emulator),
        new MemoisedDialectProbe(CachedProbe.standard()));
  }

  /** Returns the requested dialect; empty for auto. */
  static Optional<Dialect> dialect(Optional<String> option) {
    return dialect(option.orElse(AUTO));
  }

  private static Optional<Dialect> dialect(String name) {
    Optional<Dialect> dialect = Dialect.find(name);
    if (dialect.isEmpty() && !name.equals(AUTO)) {
      throw new UsageException(
          "there is no dialect '" + name + "'; choose from " + String.join(", ", dialects()));
    }
    return dialect;
  }

  /** Returns the values of --dialect. */
  static List<String> dialects() {
    return Stream.concat(Stream.of(AUTO), Dialect.all().stream().map(Dialect::name)).toList();
  }

  private static LibvirtVersion libvirt(String version) {
    return LibvirtVersion.find(version)
        .orElseThrow(
            () ->
                new UsageException(
                    "'" + version + "' is no libvirt version; write it as 12.8 or 12.8.0"));
  }

  private static Path emulator(String typed) {
    Path named = Input.pathOf(typed);
    Path emulator = Emulators.named(named).orElse(named);
    if (!Files.isRegularFile(emulator) || !Files.isExecutable(emulator)) {
      throw new UsageException(
          "the emulator '"
              + typed
              + "' is no executable file on this host; name the dialect instead,"
              + " with --dialect");
    }
    return emulator;
  }

  /** Translates a document; adds notes about the emulator to its problems. */
  Translation translate(byte[] document, Consumer<Finding> notes) {
    List<String> warnings = new ArrayList<>();
    Consumer<String> assumption = s -> notes.accept(Finding.note(Code.ASSUMED_DIALECT, s, ""));
    Translation result =
        Translator.translateEach(
            document, d -> chooser(new DomainDocument(d), warnings, assumption));
    return EmulatorWarnings.added(result, warnings, document);
  }

  private TargetChooser chooser(
      DomainDocument domain, List<String> warnings, Consumer<String> notes) {
    return dialect
        .<TargetChooser>map(chosen -> inDocument -> new Target(chosen, libvirt))
        .orElseGet(
            () ->
                new EmulatorTarget(
                    probe, domain.knownDialect(), libvirt, emulator, warnings::add, notes));
  }
}
