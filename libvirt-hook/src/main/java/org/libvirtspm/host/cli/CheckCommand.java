package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.host.apply.PathUsers;
import org.libvirtspm.host.check.Checks;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.check.Remedy;
import org.libvirtspm.host.check.Subject;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.document.Standing;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDaemon;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.Translator;

/** {@code virt-spm check}: finds what keeps a domain from starting with its SPM. */
final class CheckCommand implements Command {

  @Override
  public String name() {
    return "check";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm check",
        "Find what keeps a domain from its special memory on this host.",
        List.of("[-c URI] [--format text|json]", TargetOptions.SYNOPSIS, "FILE|DOMAIN"),
        "Look at everything that would keep a domain from starting with its Specific Purpose"
            + " Memory on this host: emulator, libvirt, firmware, each path with its driver, size,"
            + " alignment, owner and other users, locked memory, the devices QEMU may use, huge"
            + " pages and host nodes. Each finding says what, why it matters, and what mends it;"
            + " an error makes the exit status 1, and so does another domain whose memory is not"
            + " known.",
        "A file of domain XML, or a domain's name, UUID, or number.",
        List.of(LibvirtOptions.CONNECT, FormatOption.FORMAT, LibvirtOptions.DIALECT, Option.HELP),
        List.of("virt-spm check guest.xml"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    String wanted = LibvirtOptions.onlyFileOrDomain(arguments);
    try (LibvirtConnection libvirt = LibvirtOptions.connectToLook(arguments)) {
      DaemonTranslation translation = LibvirtOptions.translation(arguments, libvirt);
      byte[] xml = new FileOrDomain(wanted).read(libvirt, terminal.in());
      Standing standing = Standing.of(xml, translation::translate);
      boolean refused =
          new Reporter(terminal, false).refuses(new Input(wanted), xml, problems(standing, xml));
      if (refused || standing.fresh().isEmpty()) {
        return ExitStatus.REFUSED;
      }
      if (!new FileOrDomain(wanted).isFile()) {
        terminal.about(null, xml);
      }
      List<Finding> findings = new ArrayList<>();
      findings.add(step(standing, wanted, Remedy.at(libvirt.uri(), HostFiles.HERE.uid())));
      DomainDocument translated = DomainDocument.read(standing.fresh().get()).orElseThrow();
      findings.add(form(standing, translation));
      Optional<OtherHost> other = OtherHost.at(libvirt.uri());
      if (other.isPresent()) {
        findings.add(
            other
                .get()
                .finding(
                    "emulator, firmware, devices and their users",
                    new Remedy("").virtSpm("check", wanted)));
      } else if (standing.kind() != Standing.Kind.WITHOUT_SPM) {
        findings.addAll(
            Checks.of(subject(translated, standing.cells(), libvirt), CachedProbe.standard()));
      }
      findings.replaceAll(f -> f.domain() == null ? f.inDomain(translated.name()) : f);
      Findings.answer(findings, terminal, () -> fields(translated, standing), () -> "");
      return Findings.status(findings);
    } catch (ProbeFailure e) {
      throw Failure.ofProbe(e);
    }
  }

  private static Map<String, Object> fields(DomainDocument translated, Standing standing) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("domain", translated.name());
    fields.put("declaresSpm", standing.kind() != Standing.Kind.WITHOUT_SPM);
    fields.put("inStep", standing.kind() != Standing.Kind.STALE);
    fields.put("dialect", translated.dialect().orElse(null));
    fields.put("form", translated.form().orElse(null));
    return fields;
  }

  /** Returns the document's problems; a document without SPM may be no valid domain. */
  private static List<Problem> problems(Standing standing, byte[] xml) {
    return standing.kind() == Standing.Kind.WITHOUT_SPM
        ? Translator.validate(xml).problems()
        : standing.problems();
  }

  private static Finding step(Standing standing, String wanted, Remedy remedy) {
    return switch (standing.kind()) {
      case WITHOUT_SPM ->
          Finding.note(
              Code.NO_SPM,
              "the domain declares no Specific Purpose Memory",
              "there is nothing to do");
      case IN_STEP ->
          Finding.ok(Code.TRANSLATION, "the translation is in step with what the domain declares");
      default ->
          new FileOrDomain(wanted).isFile()
              ? Finding.note(
                  Code.TRANSLATION,
                  "the file is not translated",
                  "",
                  remedy.virtSpm("define", wanted))
              : Finding.error(
                  Code.TRANSLATION,
                  "the domain's translation is not in step with what it declares",
                  "it would start without its special memory, or with another size",
                  remedy.virtSpm("apply", wanted));
    };
  }

  private static Finding form(Standing standing, DaemonTranslation translation) {
    return Finding.ok(
        Code.FORM,
        "libvirt "
            + translation.daemon().libvirtVersion()
            + " gets it in "
            + standing.target().map(DomainDocument::words).orElse("its ordinary form"));
  }

  private static Subject subject(
      DomainDocument document, List<SpmCell> cells, LibvirtConnection libvirt) throws IOException {
    LibvirtDaemon daemon = new LibvirtDaemon(libvirt);
    return new Subject(
        document,
        cells,
        document.emulator().or(() -> daemon.defaultEmulator(document)),
        PathUsers.of(libvirt, document.name()),
        libvirt.uri(),
        HostFiles.HERE);
  }
}
