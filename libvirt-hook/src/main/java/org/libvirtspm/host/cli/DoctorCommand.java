package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.apply.ListedDomain;
import org.libvirtspm.host.apply.Look;
import org.libvirtspm.host.apply.PathUsers;
import org.libvirtspm.host.check.CellSnippet;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.DaxFit;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.check.HostChecks;
import org.libvirtspm.host.check.ProgramCheck;
import org.libvirtspm.host.check.ProgramCopy;
import org.libvirtspm.host.check.Remedy;
import org.libvirtspm.host.check.UsersCheck;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.dax.DevdaxMode;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.hook.install.HookLine;
import org.libvirtspm.host.hook.install.HookPlaces;
import org.libvirtspm.host.hook.install.HookStatus;
import org.libvirtspm.host.hook.install.Installation;
import org.libvirtspm.host.hook.install.OlderDaemon;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.target.DaemonTranslation;

/** {@code virt-spm doctor}: checks whether this host can give guests SPM. */
final class DoctorCommand implements Command {

  @Override
  public String name() {
    return "doctor";
  }

  @Override
  public boolean warns() {
    return true;
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm doctor",
        "Find out whether this host can give guests special memory.",
        List.of("[-c URI] [--format text|json]"),
        "Look at this host as a whole: this program and how it is installed, libvirt, emulators, firmware, hook, watcher, SELinux, the"
            + " domains with Specific Purpose Memory and the dax devices there are, with a cell"
            + " ready to be pasted for each free one. An error makes the exit status 1, and so does a"
            + " domain that can't be looked at; a warning alone makes it 3.",
        null,
        List.of(LibvirtOptions.CONNECT, FormatOption.FORMAT, Option.HELP),
        List.of("virt-spm doctor"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("doctor takes no arguments");
    }
    List<Finding> findings = new ArrayList<>();
    ProgramCopy copy = ProgramCopy.ofRunningCode(Version.text());
    findings.add(copy.finding());
    Asked asked = askLibvirt(arguments, findings);
    Map<String, List<String>> users = asked.users().byPath();
    if (asked.other().isPresent()) {
      findings.add(
          asked
              .other()
              .get()
              .finding(
                  "emulators, firmware, hook, watcher and dax devices",
                  new Remedy("").virtSpm("doctor")));
      Findings.answer(findings, terminal, () -> fields(copy, null), () -> "");
      return Findings.statusWithWarnings(findings);
    }
    Remedy remedy =
        Remedy.at(arguments.value(LibvirtOptions.CONNECT).orElse(""), HostFiles.HERE.uid());
    findings.addAll(new ProgramCheck(HostFiles.HERE, copy).findings());
    findings.addAll(hostFindings(copy, remedy));
    findings.addAll(EngineCommand.findings());
    List<DaxDevice> devices = new DaxDevices(HostFiles.HERE).all();
    devices.forEach(
        d ->
            DaxFit.driver(d.path(), d, new DevdaxMode(HostFiles.HERE, d.name()))
                .map(Finding::asWarning)
                .ifPresent(findings::add));
    Findings.answer(
        findings,
        terminal,
        () -> fields(copy, DevicesCommand.objects(devices, users)),
        () -> "\n" + devices(devices, users));
    return Findings.statusWithWarnings(findings);
  }

  /** Returns findings about this host; of a broken hook only the reason. */
  private static List<Finding> hostFindings(ProgramCopy copy, Remedy remedy) throws IOException {
    List<Finding> all = new HostChecks(HostFiles.HERE, CachedProbe.standard(), copy, remedy).all();
    HookPlaces places = HookPlaces.of(Optional.empty(), Optional.empty(), Optional.empty());
    if (!Files.exists(places.entry())) {
      return all;
    }
    HookStatus status = status(places);
    return status.works()
        ? Stream.of(all.stream(), slowHook(status), unseenHook(places))
            .flatMap(findings -> findings)
            .toList()
        : Stream.concat(
                all.stream().filter(f -> !f.what().startsWith(HostChecks.HOOK_INSTALLED)),
                Stream.of(brokenHook(status)))
            .toList();
  }

  /** Returns warnings about a working hook. */
  private static Stream<Finding> slowHook(HookStatus status) {
    return status.told().stream()
        .skip(1)
        .filter(line -> !line.remedy().isEmpty() && !line.isWarning())
        .map(line -> Finding.note(Code.HOOK, line.fact(), "", line.remedy()));
  }

  /** Returns warnings about daemons that started before the hook was installed. */
  private static Stream<Finding> unseenHook(HookPlaces places) throws IOException {
    return new Installation(places, Version.text())
        .olderDaemons().stream()
            .map(d -> Finding.warning(Code.HOOK, d.fact(), OlderDaemon.WHY, d.remedy()));
  }

  /** Results from libvirt: users of paths, and its host if it is another one. */
  private record Asked(PathUsers users, Optional<OtherHost> other) {}

  /** Returns the finding for an installed hook that does not work. */
  private static Finding brokenHook(HookStatus status) {
    HookLine headline = status.told().get(0);
    if (status.told().size() == 1) {
      String starts = "a domain whose memory is not there starts all the same";
      return Finding.error(Code.HOOK, headline.fact(), starts, headline.remedy());
    }
    HookLine reason = status.told().get(1);
    return Finding.error(
        Code.HOOK,
        headline.fact(),
        "no domain with special memory can start: " + reason.fact(),
        reason.remedy().isEmpty()
            ? ShellWord.virtSpm() + " hook status tells all of it"
            : reason.remedy());
  }

  private static HookStatus status(HookPlaces places) throws IOException {
    try {
      return new Installation(places, Version.text()).status();
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  private static Asked askLibvirt(Arguments arguments, List<Finding> findings) {
    try (LibvirtConnection libvirt = LibvirtOptions.connectToLook(arguments)) {
      DaemonTranslation translation = LibvirtOptions.translation(arguments, libvirt);
      findings.add(
          Finding.ok(
              Code.LIBVIRT,
              "libvirt " + translation.daemon().libvirtVersion() + " answers at " + libvirt.uri()));
      Remedy remedy = Remedy.at(libvirt.uri(), HostFiles.HERE.uid());
      Map<String, Finding> unknown = new LinkedHashMap<>();
      for (LibvirtDomain domain : libvirt.domains()) {
        Look<ListedDomain> look = Look.at(domain, d -> ListedDomain.of(d, translation));
        look.found().map(d -> domain(d, remedy)).ifPresent(findings::add);
        look.failure().ifPresent(f -> unknown.put(f.domain(), UsersCheck.unknown(f, remedy)));
      }
      PathUsers users = PathUsers.of(libvirt, "");
      users.failures().forEach(f -> unknown.put(f.domain(), UsersCheck.unknown(f, remedy)));
      findings.addAll(unknown.values());
      return new Asked(users, OtherHost.at(libvirt.uri()));
    } catch (LibvirtFailure e) {
      findings.add(
          Finding.error(
              Code.LIBVIRT, e.getMessage(), "no domain can be looked at or started", e.remedy()));
      return new Asked(PathUsers.NONE, OtherHost.named(arguments.value(LibvirtOptions.CONNECT)));
    }
  }

  private static Finding domain(ListedDomain domain, Remedy remedy) {
    String what = "domain '" + domain.name() + "' has special memory, in step: " + domain.inStep();
    Finding finding =
        domain.inStep().equals("yes")
            ? Finding.ok(Code.DOMAIN, what)
            : Finding.warning(
                Code.DOMAIN,
                what,
                "its guest does not have what it declares",
                switch (domain.inStep()) {
                  case "at next start" -> "end its guest and start it again";
                  case "refused" -> remedy.virtSpm("check", domain.name()) + " says why";
                  case "unknown" -> remedy.virtSpm("apply", "--dialect", "DIALECT", domain.name());
                  default -> remedy.virtSpm("apply", domain.name());
                });
    return finding.inDomain(domain.name());
  }

  private static String devices(List<DaxDevice> devices, Map<String, List<String>> users) {
    if (devices.isEmpty()) {
      return "This host has no dax devices.\n";
    }
    StringBuilder text = new StringBuilder(DevicesCommand.table(devices, users));
    for (DaxDevice device : devices) {
      if (device.isUsable() && !users.containsKey(device.path())) {
        text.append("\nA cell for ").append(device.path()).append(":\n");
        text.append(CellSnippet.of(device));
      }
    }
    return text.toString();
  }

  /** Fields of the program and the devices; devices of another host are null. */
  private static Map<String, Object> fields(ProgramCopy copy, List<Object> devices) {
    Map<String, Object> program = new LinkedHashMap<>();
    program.put("version", copy.version());
    program.put("kind", copy.kind().word());
    program.put("path", copy.place().toString());
    program.put("package", copy.packaged().isEmpty() ? null : copy.packaged());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("program", program);
    fields.put("devices", devices);
    return fields;
  }
}
