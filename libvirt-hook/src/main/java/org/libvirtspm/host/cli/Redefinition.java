package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.document.UnifiedDiff;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Extended;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** Changes the SPM declaration of a defined domain. */
final class Redefinition {

  /** Changes extended XML. */
  @FunctionalInterface
  interface Change {
    /**
     * The changed XML.
     *
     * @throws IOException if the change can't be made, saying why
     */
    byte[] of(Domain domain) throws IOException;
  }

  /** Describes the change from the cells before and after it. */
  @FunctionalInterface
  interface Sentence {
    /** Returns a sentence without full stop. */
    String of(List<SpmCell> before, List<SpmCell> after);
  }

  private final LibvirtConnection libvirt;
  private final LibvirtDomain domain;
  private final Arguments arguments;
  private final Terminal terminal;

  private Redefinition(
      LibvirtConnection libvirt, LibvirtDomain domain, Arguments arguments, Terminal terminal) {
    this.libvirt = libvirt;
    this.domain = domain;
    this.arguments = arguments;
    this.terminal = terminal;
  }

  /** Changes the definition of the DOMAIN, or prints a diff. */
  static ExitStatus run(
      Arguments arguments,
      Terminal terminal,
      LibvirtConnection libvirt,
      Change change,
      Sentence sentence)
      throws IOException {
    try (LibvirtDomain domain = libvirt.domain(LibvirtOptions.onlyDomain(arguments))) {
      if (!domain.isPersistent()) {
        throw new IOException(
            "Domain '" + domain.name() + "' is transient: it has no definition to change");
      }
      return new Redefinition(libvirt, domain, arguments, terminal).run(change, sentence);
    } catch (ProbeFailure e) {
      throw Failure.ofProbe(e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private ExitStatus run(Change change, Sentence sentence) throws IOException {
    byte[] before = definition();
    Translation extended = Translator.untranslate(before);
    Optional<Domain> declared =
        refuses(before, extended, Set.of()) ? Optional.empty() : read(extended);
    if (declared.isEmpty()) {
      return ExitStatus.REFUSED;
    }
    byte[] changed = change.of(declared.get());
    DaemonTranslation translation = LibvirtOptions.translation(arguments, libvirt);
    Translation result = translation.translate(changed);
    if (refuses(changed, result, warningsOf(translation.translate(before)))) {
      return ExitStatus.REFUSED;
    }
    byte[] after = result.document().orElseThrow();
    if (arguments.has(LibvirtOptions.PRINT)) {
      String diff = UnifiedDiff.ofDefinition(domain.name(), before, after);
      terminal.answer(() -> Definition.fields(null, diff), () -> diff);
      return ExitStatus.FINE;
    }
    if (!Arrays.equals(before, definition())) {
      throw LibvirtFailure.changing(domain.name());
    }
    var unused = libvirt.define(after, !arguments.has(LibvirtOptions.NO_VALIDATE));
    String told = sentence.of(declared.get().publicCells(), result.cells());
    String when = domain.isActive() ? ", at its next start" : "";
    terminal.answer(
        () -> Definition.fields(domain.name(), null), () -> Printable.text(told) + when + "\n");
    return ExitStatus.FINE;
  }

  /** Returns messages about the existing definition; none if it is not in step. */
  private static Set<String> warningsOf(Translation definition) {
    return definition.inStep()
        ? definition.problems().stream().map(Problem::message).collect(Collectors.toSet())
        : Set.of();
  }

  private boolean refuses(byte[] xml, Translation result, Set<String> known) {
    List<Problem> problems =
        result.problems().stream()
            .filter(p -> p.severity() == Severity.ERROR || !known.contains(p.message()))
            .toList();
    boolean told = new Reporter(terminal, false).refuses(new Input(domain.name()), xml, problems);
    return told || result.isRefused();
  }

  /** Returns the extended XML; reports and returns empty if it can't be read. */
  private Optional<Domain> read(Translation extended) throws IOException {
    byte[] xml = extended.document().orElseThrow();
    try {
      Document document =
          DocumentReader.read(new SourceText(new String(xml, StandardCharsets.UTF_8)));
      Problems problems = new Problems(document.text());
      Domain read = Extended.check(document, problems, CellReading.DIRECT);
      return problems.refused() && refuses(xml, Translator.validate(xml), Set.of())
          ? Optional.empty()
          : Optional.of(read);
    } catch (MalformedException e) {
      throw new IOException("libvirt's XML of domain '" + domain.name() + "' can't be read", e);
    }
  }

  private byte[] definition() throws IOException {
    return domain.xml(LibvirtDomain.INACTIVE + LibvirtDomain.SECURE);
  }
}
