package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.probe.Emulators;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.qmp.EmulatorProbe;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.qmp.QmpDialectProbe;

/** {@code virt-spm probe}: which dialects an emulator speaks. */
final class ProbeCommand implements Command {

  private static final Option NO_CACHE =
      new Option(List.of("--no-cache"), null, "Ask the emulator even if it has not changed.");

  @Override
  public String name() {
    return "probe";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm probe",
        "Ask an emulator which dialects it speaks.",
        List.of("[--no-cache] [--format text|json] [EMULATOR]..."),
        "Start a QEMU without a machine, and ask it over QMP for its version and for the dialects"
            + " of Specific Purpose Memory it speaks, and say which QEMU libvirt gives a domain that"
            + " names no <emulator>. The answer is remembered until the file"
            + " changes. A QEMU that says nothing for 10 seconds has failed.",
        "A QEMU's path, or a name on the PATH; by default the QEMUs for x86_64 of this host.",
        List.of(NO_CACHE, FormatOption.FORMAT, Option.HELP),
        List.of("virt-spm probe /usr/bin/qemu-system-x86_64"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    EmulatorProbe probe =
        arguments.has(NO_CACHE)
            ? new QmpDialectProbe(QmpDialectProbe.LIMIT)
            : CachedProbe.standard();
    List<Object> answers = new ArrayList<>();
    StringBuilder sentences = new StringBuilder();
    ExitStatus status = ExitStatus.FINE;
    for (Path typed : emulators(arguments)) {
      Optional<Path> found = Emulators.named(typed);
      if (found.isEmpty()) {
        terminal.say(missing(typed));
        status = ExitStatus.FAILED;
        continue;
      }
      Path emulator = found.get();
      try {
        EmulatorFacts facts = probe.factsOf(emulator);
        answers.add(fields(emulator, facts));
        sentences.append(sentence(emulator, facts)).append('\n');
      } catch (ProbeFailure e) {
        status = Failures.report(new IOException(e.getMessage(), e), terminal);
      }
    }
    terminal.answer(() -> Map.of("emulators", answers), sentences::toString);
    return status;
  }

  private static List<Path> emulators(Arguments arguments) throws IOException {
    List<Path> emulators =
        arguments.operands().isEmpty()
            ? Emulators.ofThisHost()
            : arguments.operands().stream().map(Input::pathOf).toList();
    if (emulators.isEmpty()) {
      throw new Failure("there is no QEMU for x86_64 on this host", "name an EMULATOR");
    }
    return emulators;
  }

  private static Finding missing(Path typed) {
    String where =
        Emulators.isBare(typed)
            ? " in the current folder or on the PATH, "
                + Objects.requireNonNullElse(System.getenv("PATH"), "which is not set")
            : "";
    String fix =
        Emulators.ofThisHost().stream()
            .findFirst()
            .map(emulator -> "name the path of a QEMU, such as " + emulator)
            .orElse("apt install qemu-system-x86, or name the path of a QEMU");
    return Finding.error(Code.EMULATOR, "there is no emulator " + typed + where, "", fix);
  }

  private static Map<String, Object> fields(Path emulator, EmulatorFacts facts) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("emulator", emulator.toString());
    fields.put("version", facts.version());
    fields.put("dialects", facts.dialects());
    fields.put("default", Emulators.isDefault(emulator));
    return fields;
  }

  private static String sentence(Path emulator, EmulatorFacts facts) {
    String version = facts.version().isEmpty() ? "" : " " + facts.version();
    String dialects =
        facts.dialects().isEmpty()
            ? "no Specific Purpose Memory"
            : "dialect " + String.join(", ", facts.dialects());
    String standing =
        Emulators.isDefault(emulator) ? "; a domain without <emulator> gets this one" : "";
    return emulator + ": QEMU" + version + ", " + dialects + standing;
  }
}
