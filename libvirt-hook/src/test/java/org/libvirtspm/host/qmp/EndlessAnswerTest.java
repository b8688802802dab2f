package org.libvirtspm.host.qmp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program that never stops talking is given up on within the memory of the hook's JVM. */
@Isolated("a process started meanwhile may hold a program open that was just written")
class EndlessAnswerTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printf '{\"QMP\": {}}{\"return\": ['; yes '[],'",
        "printf '{\"QMP\": {}}{\"return\": ['; yes '{\"a\":{}},'",
        "printf '{\"QMP\": {}}{\"return\": ['; yes 1,",
        "printf '{\"QMP\": {}}{\"return\": \"'; yes | tr -d '\\n'",
        "printf '{\"QMP\": {}}{\"return\": {\"'; yes | tr -d '\\n'",
        "printf '{\"QMP\": {}}{\"return\": {'; yes | awk '{ printf \"\\\"%d\\\":1,\", NR }'",
        "printf '{\"QMP\": {}}{\"return\": '; yes 1 | tr -d '\\n'",
        "printf '{\"QMP\": {}}'; yes '{\"event\": {\"a\": []}}'",
        "yes '{' | tr -d '\\n'",
        "yes '[' | tr -d '\\n'",
        "yes ' '",
        "cat /dev/zero",
        "yes >&2",
        "yes >&2 & printf '{\"QMP\": {}}{\"return\": ['; yes '[],'",
      })
  void endlessAnswerFitsIntoTheHook(String says) throws Exception {
    Path said = folder.resolve("said");
    Path qemu = FakeEmulator.script(folder, says + "\n");
    Process asking =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                EndlessAnswerTest.class.getName(),
                qemu.toString())
            .redirectOutput(said.toFile())
            .redirectErrorStream(true)
            .start();
    assertTrue(asking.waitFor(60, TimeUnit.SECONDS), "it ends");
    String told = Files.readString(said);
    assertTrue(
        List.of(" does not talk QMP\n", " gave no answer over QMP in 2 seconds\n").stream()
            .anyMatch(end -> told.equals("the emulator " + qemu + end)),
        told);
    assertEquals(0, asking.exitValue());
  }

  /** Asks an emulator in a JVM of its own. */
  public static void main(String[] args) throws IOException {
    try {
      var unused = new QmpDialectProbe(Duration.ofSeconds(2)).factsOf(Path.of(args[0]));
    } catch (ProbeFailure e) {
      System.out.println(e.getMessage());
    }
  }
}
