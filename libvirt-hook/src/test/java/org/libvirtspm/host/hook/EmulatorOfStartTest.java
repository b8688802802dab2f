package org.libvirtspm.host.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libvirtspm.host.qmp.FakeEmulator;
import org.libvirtspm.host.trust.PathTrust;

/** A domain starts only with an emulator that speaks the dialect it is in. */
@Isolated("a process started meanwhile may hold a program open that was just written")
class EmulatorOfStartTest {

  @TempDir Path folder;

  private HostFolder host;

  @BeforeEach
  void makeHost() throws IOException {
    host = HostFolder.in(folder);
  }

  private HookAnswer start(Path emulator, String dialect) throws IOException {
    String document =
        Documents.translated("d", "", dialect)
            .replace("<devices>", "<devices>\n    <emulator>" + named(emulator) + "</emulator>");
    return host.call("prepare", "d", document);
  }

  private String named(Path emulator) {
    return "/" + folder.relativize(emulator);
  }

  private static void assertRefused(String sentence, HookAnswer answer) {
    assertEquals("domain 'd': " + sentence, answer.sentence());
    assertEquals(HookAnswer.REFUSED, answer.status());
  }

  @ParameterizedTest
  @CsvSource({"spm, spm, bool", "memmap-type, memmap-type, 9"})
  void emulatorOfADialectStartsADomainInIt(String dialect, String member, String type)
      throws IOException {
    Path emulator = FakeEmulator.speaking(folder, member, type, FakeEmulator.NO_DEVICE);
    assertEquals(HookAnswer.go(), start(emulator, dialect));
  }

  @Test
  void emulatorOfTwoDialectsStartsADomainInEither() throws IOException {
    Path emulator = FakeEmulator.speaking(folder, "spm", "bool", FakeEmulator.SP_MEM);
    assertEquals(HookAnswer.go(), start(emulator, "spm"));
    assertEquals(HookAnswer.go(), start(emulator, "sp-mem"));
  }

  @Test
  void emulatorThatWasReplacedNeedsAnotherTranslation() throws IOException {
    Path emulator = FakeEmulator.speaking(folder, "", "", FakeEmulator.SP_MEM);
    assertRefused(
        "the Specific Purpose Memory of cell 1 (512 MiB) is translated otherwise than declared"
            + " (for dialect spm, and its QEMU speaks sp-mem); it is being translated now: start it"
            + " again",
        start(emulator, "spm"));
  }

  @Test
  void emulatorThatKnowsNoneIsNamed() throws IOException {
    Path emulator = FakeEmulator.speaking(folder, "", "", FakeEmulator.NO_DEVICE);
    assertRefused(
        "its emulator "
            + named(emulator)
            + " knows no Specific Purpose Memory; use QEMU 11.1 or later, or one with the patches"
            + " for it",
        start(emulator, "sp-mem"));
  }

  @Test
  void emulatorThatAnyoneMayWriteIsNotRun() throws Exception {
    Path emulator = FakeEmulator.speaking(folder, "", "", FakeEmulator.SP_MEM);
    HostFolder.run("chmod", "o+w", emulator.toString());
    assertRefused(
        "its emulator "
            + named(emulator)
            + " is not asked for its dialect, since others than "
            + PathTrust.under(folder).who()
            + " may write to "
            + emulator
            + "; it takes a QEMU that root alone can change",
        start(emulator, "sp-mem"));
  }

  @Test
  void emulatorThatFailsIsNamedWithItsLastWords() throws IOException {
    Path emulator = FakeEmulator.crashing(folder);
    assertRefused(
        "the emulator "
            + emulator
            + " ended with status 3: no such firmware, before it answered; try virt-spm probe "
            + named(emulator),
        start(emulator, "sp-mem"));
  }

  @Test
  void emulatorThatIsNotHereIsLibvirtsToMiss() throws IOException {
    Path emulator = FakeEmulator.crashing(folder);
    Files.delete(emulator);
    assertEquals(HookAnswer.go(), start(emulator, "sp-mem"));
  }
}
