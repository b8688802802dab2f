package org.libvirtspm.host.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.host.trust.PathTrust;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;

@Isolated("a process started meanwhile may hold a program open that was just written")
class EmulatorTargetTest {

  private static final LibvirtVersion LIBVIRT = new LibvirtVersion(12, 8, 0);

  @TempDir Path folder;

  private final List<String> warnings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<Path> asked = new ArrayList<>();
  private Optional<Dialect> recorded = Optional.empty();
  private Optional<Path> standard = Optional.empty();
  private Path emulator;

  @BeforeEach
  void installEmulator() throws IOException {
    emulator = Files.createFile(folder.resolve("qemu-system-x86_64"));
    mode("rwxr-xr-x");
  }

  @Test
  void emulatorOfTheDocumentIsAsked() {
    Target target = choose(List.of("sp-mem"), null, " /qemu-system-x86_64\n");
    assertEquals("sp-mem", target.dialect().name());
    assertEquals(LIBVIRT, target.libvirt());
    assertEquals(List.of(emulator), asked);
    assertEquals(List.of(), warnings);
  }

  @Test
  void firstOfSeveralDialectsIsTaken() {
    List<String> spoken = List.of("memmap-type", "spm");
    assertEquals("memmap-type", choose(spoken, null, "/qemu-system-x86_64").dialect().name());
  }

  @Test
  void dialectOfTheDocumentIsKeptIfItsEmulatorSpeaksIt() {
    recorded = Dialect.find("spm");
    List<String> spoken = List.of("memmap-type", "spm");
    assertEquals("spm", choose(spoken, null, "/qemu-system-x86_64").dialect().name());
    assertEquals("sp-mem", choose(List.of("sp-mem"), null, "/qemu-system-x86_64").dialect().name());
  }

  @Test
  void dialectOfTheDocumentIsKeptWithoutAnEmulatorToAsk() {
    recorded = Dialect.find("sp-mem");
    assertEquals("sp-mem", choose(List.of("spm"), null, "/no/such/qemu").dialect().name());
    assertEquals("sp-mem", choose(List.of("spm"), null, null).dialect().name());
    assertEquals(List.of(), notes);
  }

  @Test
  void givenEmulatorIsAskedInPlaceOfTheDocuments() {
    choose(List.of("spm"), emulator, "/bin/sh");
    assertEquals(List.of(emulator), asked);
  }

  @Test
  void defaultIsTakenWithoutAnEmulatorToAsk() throws IOException {
    assertEquals("spm", choose(List.of("sp-mem"), null, null).dialect().name());
    assertEquals("spm", choose(List.of("sp-mem"), null, "/no/such/qemu").dialect().name());
    assertEquals("spm", choose(List.of("sp-mem"), null, "relative/qemu").dialect().name());
    assertEquals("spm", choose(List.of("sp-mem"), null, "/").dialect().name());
    mode("rw-r--r--");
    assertEquals("spm", choose(List.of("sp-mem"), null, "/qemu-system-x86_64").dialect().name());
    assertEquals(List.of(), asked);
    assertEquals(List.of(), warnings);
  }

  @Test
  void nothingToAskIsWorthANote() {
    choose(List.of("sp-mem"), null, null);
    choose(List.of("sp-mem"), null, "/no/such/qemu");
    String assumed = ": dialect spm is assumed; stock QEMU 11.1 and later needs --dialect sp-mem";
    assertEquals(
        List.of(
            "it names no emulator, and this host has no QEMU to ask" + assumed,
            "the emulator /no/such/qemu is not on this host" + assumed),
        notes);
  }

  @Test
  void emulatorOfLibvirtIsAskedForADocumentThatNamesNone() {
    standard = Optional.of(emulator);
    assertEquals("sp-mem", choose(List.of("sp-mem"), null, null).dialect().name());
    assertEquals("spm", choose(List.of("sp-mem"), null, "/no/such/qemu").dialect().name());
    assertEquals(List.of(emulator), asked);
    assertEquals(1, notes.size());
  }

  @Test
  void emulatorWithoutSpecificPurposeMemoryIsWorthAWarning() {
    assertEquals("spm", choose(List.of(), null, "/qemu-system-x86_64").dialect().name());
    assertEquals(
        List.of(
            "the emulator "
                + emulator
                + " knows no Specific Purpose Memory and will not start this domain;"
                + " the result is in dialect spm"),
        warnings);
  }

  @Test
  void programThatAnybodyMayWriteIsRunForTheUserOnly() throws IOException {
    mode("rwxr-xrwx");
    ProbeFailure failure =
        assertThrows(ProbeFailure.class, () -> choose(List.of("spm"), null, "/qemu-system-x86_64"));
    assertEquals(
        "its emulator /qemu-system-x86_64 is not asked for its dialect, since others than "
            + PathTrust.under(folder).who()
            + " may write to "
            + emulator,
        failure.getMessage());
    assertEquals(List.of(), asked);
    assertEquals("sp-mem", choose(List.of("sp-mem"), emulator, null).dialect().name());
  }

  private Target choose(List<String> spoken, Path given, String inDocument) {
    return new EmulatorTarget(
            new DialectChoice(
                path -> {
                  asked.add(path);
                  return spoken;
                },
                new DocumentEmulator(PathTrust.under(folder)),
                recorded),
            LIBVIRT,
            Optional.ofNullable(given),
            () -> standard,
            warnings::add,
            notes::add)
        .choose(Optional.ofNullable(inDocument));
  }

  private void mode(String permissions) throws IOException {
    Files.setPosixFilePermissions(emulator, PosixFilePermissions.fromString(permissions));
  }
}
