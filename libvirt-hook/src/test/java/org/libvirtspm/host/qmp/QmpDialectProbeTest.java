package org.libvirtspm.host.qmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Isolated("a process started meanwhile may hold a program open that was just written")
class QmpDialectProbeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "spm, bool, false, spm",
    "spm, int, false, ''",
    "memmap-type, 9, false, memmap-type",
    "memmap-type, 10, false, ''",
    "memmap-type, bool, false, ''",
    "'', '', true, sp-mem",
    "'', '', false, ''",
    "spm, bool, true, sp-mem spm",
    "memmap-type, 9, true, sp-mem memmap-type",
  })
  void dialectsAreReadFromTheSchema(String member, String type, boolean device, String expected)
      throws IOException {
    Path qemu =
        FakeEmulator.speaking(
            folder, member, type, device ? FakeEmulator.SP_MEM : FakeEmulator.NO_DEVICE);
    assertEquals(expected, String.join(" ", ask(qemu)));
  }

  @Test
  void deviceWithoutTheRightPropertiesIsNotSpMem() throws IOException {
    String other = "{\"return\": [{\"name\": \"memdev\"}]}";
    assertEquals(List.of(), ask(FakeEmulator.speaking(folder, "", "", other)));
  }

  @Test
  void crashIsToldWithItsLastWords() throws IOException {
    Path qemu = FakeEmulator.crashing(folder);
    assertEquals(
        "the emulator " + qemu + " ended with status 3: no such firmware, before it answered",
        failure(qemu));
  }

  @Test
  void silenceHasALimitAndLeavesNothingRunning() throws Exception {
    Path pid = folder.resolve("pid");
    Path qemu = FakeEmulator.silent(folder, pid);
    long before = System.nanoTime();
    assertEquals("the emulator " + qemu + " gave no answer over QMP in 1 seconds", failure(qemu));
    assertTrue(Duration.ofNanos(System.nanoTime() - before).toSeconds() < 8);
    var child = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    if (child.isPresent()) {
      child.get().onExit().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void babbleIsNotQmp() throws IOException {
    Path qemu = FakeEmulator.script(folder, "echo hello\nread line\n");
    assertEquals("the emulator " + qemu + " does not talk QMP", failure(qemu));
    Path other = FakeEmulator.script(folder, "echo '{\"event\": 1}'\nread line\n");
    assertEquals("the emulator " + other + " does not talk QMP", failure(other));
  }

  @Test
  void programThatCannotBeRunIsTold() throws IOException {
    Path qemu = FakeEmulator.script(folder, "");
    Files.writeString(qemu, "#!/no/such/interpreter\n");
    assertEquals("the emulator " + qemu + " can't be run", failure(qemu));
    assertEquals("there is no emulator " + folder + "/none", failure(folder.resolve("none")));
    assertEquals(
        "the emulator " + folder + " is a folder: name the program in it", failure(folder));
    Path plain = Files.writeString(folder.resolve("plain"), "");
    assertEquals("the emulator " + plain + " may not be executed", failure(plain));
  }

  @Test
  void emulatorIsStartedWithoutAMachine() throws IOException {
    Path seen = folder.resolve("seen");
    Path qemu = FakeEmulator.script(folder, "echo \"$@\" >" + seen + "\n");
    failure(qemu);
    assertEquals("-machine none -nodefaults -display none -qmp stdio\n", Files.readString(seen));
  }

  @Test
  void emulatorIsStartedInTheRootWithoutOurEnvironment() throws IOException {
    Path seen = folder.resolve("seen");
    Path qemu = FakeEmulator.script(folder, "{ pwd; tr '\\0' '\\n' </proc/$$/environ; } >" + seen);
    failure(qemu);
    List<String> lines = Files.readAllLines(seen);
    assertEquals("/", lines.get(0));
    // The JVM hands the variables on in no order.
    List<String> environment = lines.stream().skip(1).sorted().toList();
    assertEquals("LC_ALL=C", environment.get(0));
    assertTrue(environment.get(1).matches("VIRT_SPM_PROBE=[0-9a-f-]{36}"), lines.toString());
    assertEquals(3, lines.size());
  }

  @Test
  void daemonsItStartsAreEndedToo() throws Exception {
    Path pid = folder.resolve("pid");
    String daemon = "setsid sh -c '(sleep 60 & echo $! >" + pid + ".new; mv " + pid + ".new " + pid;
    Path qemu =
        FakeEmulator.script(
            folder,
            daemon + ")' </dev/null >/dev/null 2>&1 &\nwhile [ ! -e " + pid + " ]; do :; done\n");
    String told = failure(qemu);
    assertTrue(told.endsWith(" ended with status 0, before it answered"), told);
    var left = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
    if (left.isPresent()) {
      left.get().onExit().get(5, TimeUnit.SECONDS);
    }
  }

  @Test
  void memoryAsksOnce() {
    AtomicInteger asked = new AtomicInteger();
    DialectProbe probe =
        new MemoisedDialectProbe(
            emulator -> {
              asked.incrementAndGet();
              throw new ProbeFailure("no");
            });
    ProbeFailure first =
        assertThrows(ProbeFailure.class, () -> probe.dialectsOf(Path.of("/bin/x")));
    ProbeFailure second =
        assertThrows(ProbeFailure.class, () -> probe.dialectsOf(Path.of("/bin/./x")));
    assertSame(first, second);
    assertEquals(1, asked.get());
  }

  private static List<String> ask(Path emulator) {
    return new QmpDialectProbe(Duration.ofSeconds(10)).dialectsOf(emulator);
  }

  private static String failure(Path emulator) {
    QmpDialectProbe probe = new QmpDialectProbe(Duration.ofSeconds(1));
    return assertThrows(ProbeFailure.class, () -> probe.dialectsOf(emulator)).getMessage();
  }
}
