package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.qmp.EmulatorProbe;
import org.libvirtspm.host.qmp.ProbeFailure;

/** Whether the emulator is there and speaks the dialect. */
public record EmulatorCheck(EmulatorProbe probe) implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    if (subject.emulator().isEmpty()) {
      return List.of(
          Finding.note(
              "the emulator is not known", "the domain names none, and libvirt was not asked"));
    }
    Path emulator = Path.of(subject.emulator().get());
    if (!Files.isExecutable(emulator)) {
      return List.of(
          Finding.error(
              "the emulator " + emulator + " is not on this host",
              "libvirt refuses a domain whose emulator is missing",
              "apt install qemu-system-x86, or name another <emulator>"));
    }
    return List.of(asked(emulator, subject.translated().dialect().orElse("")));
  }

  private Finding asked(Path emulator, String dialect) {
    try {
      EmulatorFacts facts = probe.factsOf(emulator);
      String who = "the emulator " + emulator + " is QEMU " + facts.version();
      if (facts.dialects().contains(dialect)) {
        return Finding.ok(who + " and speaks " + dialect);
      }
      return facts.dialects().isEmpty()
          ? Finding.error(
              who + " and knows no Specific Purpose Memory",
              "it stops at the first argument it does not know",
              "use QEMU 11.1 or later")
          : Finding.error(
              who + " and speaks " + String.join(", ", facts.dialects()) + ", not " + dialect,
              "it stops at the first argument it does not know",
              "virt-spm apply DOMAIN");
    } catch (ProbeFailure e) {
      return Finding.error(
          e.getMessage(), "its dialect is not known", "virt-spm probe --no-cache " + emulator);
    }
  }
}
