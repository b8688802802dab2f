package org.libvirtspm.host.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.libvirtspm.host.FailureReason;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.qmp.EmulatorProbe;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.trust.DocumentEmulator;

/**
 * Checks whether the emulator exists and supports the dialect.
 *
 * @param documents resolves the domain's emulator, or refuses to run it
 */
record EmulatorCheck(EmulatorProbe probe, DocumentEmulator documents) implements Check {

  /** Checks emulators of this host. */
  EmulatorCheck(EmulatorProbe probe) {
    this(probe, DocumentEmulator.OF_THIS_HOST);
  }

  @Override
  public List<Finding> of(Subject subject) {
    if (subject.emulator().isEmpty()) {
      return List.of(
          Finding.note(
              Code.EMULATOR,
              "the emulator is not known",
              "the domain names none, and libvirt tells of none for it"));
    }
    Path emulator = Path.of(subject.emulator().get());
    if (!documents.isHere(emulator)) {
      return List.of(
          Finding.error(
              Code.EMULATOR,
              "the emulator " + emulator + " is not on this host",
              "libvirt refuses a domain whose emulator is missing",
              "apt install qemu-system-x86, or name another <emulator>"));
    }
    return List.of(asked(subject, emulator, subject.translated().dialect().orElse("")));
  }

  private Finding asked(Subject subject, Path emulator, String dialect) {
    try {
      EmulatorFacts facts = probe.factsOf(documents.resolve(emulator));
      String who = "the emulator " + emulator + " is QEMU " + facts.version();
      if (facts.dialects().contains(dialect)) {
        return Finding.ok(Code.EMULATOR_DIALECT, who + " and speaks " + dialect);
      }
      return facts.dialects().isEmpty()
          ? Finding.error(
              Code.EMULATOR_DIALECT,
              who + " and knows no Specific Purpose Memory",
              "it stops at the first argument it does not know",
              "use QEMU 11.1 or later")
          : Finding.error(
              Code.EMULATOR_DIALECT,
              who + " and speaks " + String.join(", ", facts.dialects()) + ", not " + dialect,
              "it stops at the first argument it does not know",
              subject.remedy().virtSpm("apply", subject.translated().name()));
    } catch (ProbeFailure e) {
      return Finding.error(
          Code.EMULATOR_ANSWER,
          e.getMessage(),
          "its dialect is not known",
          ShellWord.virtSpm() + " probe --no-cache " + ShellWord.of(emulator.toString()));
    } catch (IOException e) {
      return Finding.error(
          Code.EMULATOR,
          "the emulator " + emulator + " is not asked, since " + FailureReason.withFile(e),
          "a document's author may be anybody, and could name any program",
          "name a QEMU that root alone can change; "
              + ShellWord.virtSpm()
              + " probe "
              + ShellWord.of(emulator.toString())
              + " asks this one");
    }
  }
}
