package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.apply.Applied;
import org.libvirtspm.host.apply.Applier;
import org.libvirtspm.host.apply.Look;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.document.Standing.Kind;
import org.libvirtspm.host.document.UnifiedDiff;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.qmp.ProbeFailure;

/** {@code virt-spm apply}: updates translations of defined domains. */
final class ApplyCommand implements Command {

  private static final Option ALL =
      new Option(List.of("--all"), null, "Look at every domain, and say nothing of those in step.");

  @Override
  public String name() {
    return "apply";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm apply",
        "Bring domains in step with what they declare.",
        List.of(
            "[-c URI] [--print] [--format text|json]", TargetOptions.SYNOPSIS, "--all|DOMAIN..."),
        "Translate what a domain declares in its metadata, and redefine the domain if the"
            + " translation it has differs: somebody ran plain virsh define or virsh edit, or the"
            + " emulator or libvirt has changed. A running guest sees it at its next start. A"
            + " domain that can't be looked at or redefined is told, makes the exit status 1 and"
            + " stops no other.",
        "A domain's name, UUID, or number while it runs.",
        List.of(
            LibvirtOptions.CONNECT,
            LibvirtOptions.PRINT,
            LibvirtOptions.DIALECT,
            ALL,
            FormatOption.FORMAT,
            Option.HELP),
        List.of("virt-spm apply --all"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (arguments.has(ALL) != arguments.operands().isEmpty()) {
      throw new UsageException(
          arguments.has(ALL) ? "--all and a DOMAIN exclude each other" : "name a DOMAIN or --all");
    }
    try (LibvirtConnection libvirt = LibvirtOptions.connect(arguments)) {
      Applier applier = new Applier(libvirt, LibvirtOptions.translation(arguments, libvirt));
      List<Object> told = new ArrayList<>();
      ExitStatus status = new Run(libvirt, applier, arguments, terminal, told).overAll();
      terminal.answer(() -> Map.of("domains", told), () -> "");
      return status;
    }
  }

  /** A run over domains; a failure of one does not stop the others. */
  private record Run(
      LibvirtConnection libvirt,
      Applier applier,
      Arguments arguments,
      Terminal terminal,
      List<Object> answers) {

    ExitStatus overAll() throws IOException {
      ExitStatus status = ExitStatus.FINE;
      if (arguments.has(ALL)) {
        List<LibvirtDomain> domains = new ArrayList<>(libvirt.domains());
        domains.sort(Comparator.comparing(LibvirtDomain::name));
        for (LibvirtDomain domain : domains) {
          status = status.and(over(domain));
        }
      } else {
        for (String wanted : arguments.operands()) {
          status = status.and(overNamed(wanted));
        }
      }
      return status;
    }

    private ExitStatus overNamed(String wanted) throws IOException {
      try {
        return over(libvirt.domain(wanted));
      } catch (LibvirtFailure e) {
        return Failures.report(e, terminal);
      }
    }

    private ExitStatus over(LibvirtDomain domain) throws IOException {
      Look<Told> look = Look.at(domain, d -> apply(d).map(this::told));
      if (look.failure().isPresent()) {
        return Failures.report(look.failure().get(), terminal);
      }
      if (look.found().isPresent()) {
        return tell(look.found().get());
      }
      return arguments.has(ALL)
          ? ExitStatus.FINE
          : Failures.report(
              new IOException("Domain '" + domain.name() + "' does not exist any more"), terminal);
    }

    private Optional<Applied> apply(LibvirtDomain domain) throws IOException {
      if (domain.isPersistent()) {
        return Optional.of(apply(domain, !arguments.has(LibvirtOptions.PRINT)));
      }
      if (arguments.has(ALL)) {
        return Optional.empty();
      }
      throw new IOException(
          "Domain '" + domain.name() + "' is transient: it has no definition to change");
    }

    private Applied apply(LibvirtDomain domain, boolean define) throws IOException {
      try {
        return applier.apply(domain, define);
      } catch (ProbeFailure e) {
        throw Failure.ofProbe(e);
      }
    }

    /**
     * Prepares the output of one domain; everything that needs memory for its document happens
     * here.
     */
    private Told told(Applied applied) {
      Kind kind = applied.standing().kind();
      if (kind == Kind.STALE && arguments.has(LibvirtOptions.PRINT)) {
        byte[] fresh = applied.standing().fresh().orElseThrow();
        byte[] before = applied.before().orElseThrow();
        return new Told(applied, UnifiedDiff.ofDefinition(applied.name(), before, fresh));
      }
      return new Told(applied, null);
    }

    private ExitStatus tell(Told told) throws IOException {
      answers.add(told.fields());
      Kind kind = told.applied().standing().kind();
      String sentence = told.applied().sentence();
      if (kind == Kind.REFUSED) {
        terminal.say(
            Finding.error(Code.TRANSLATION, sentence, "", "").inDomain(told.applied().name()));
        return ExitStatus.REFUSED;
      }
      boolean speaks = terminal.envelope().isEmpty() && (kind == Kind.STALE || !arguments.has(ALL));
      if (speaks) {
        FormatOption.print(
            terminal, told.diff() != null ? told.diff() : Printable.text(sentence) + "\n");
      }
      return ExitStatus.FINE;
    }
  }

  /**
   * The output of a domain.
   *
   * @param diff requested in place of a change; null if not requested or nothing changes
   */
  private record Told(Applied applied, String diff) {

    Map<String, Object> fields() {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("domain", applied.name());
      fields.put(
          "standing", applied.standing().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      fields.put("redefined", applied.defined());
      fields.put("message", applied.sentence());
      fields.put("diff", diff);
      return fields;
    }
  }
}
