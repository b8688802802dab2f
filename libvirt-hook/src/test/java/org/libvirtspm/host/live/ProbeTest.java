package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.cli.JsonAnswer;

class ProbeTest {

  private LiveHost host;

  @BeforeEach
  void findHost() throws IOException {
    host = LiveHost.get();
  }

  @Test
  void realQemuTellsItsDialect() {
    String expected =
        "/usr/bin/qemu-system-x86_64: QEMU [0-9]+\\.[0-9]+\\.[0-9]+, dialect sp-mem; a domain without"
            + " <emulator> gets this one\n";
    assertTrue(host.virtSpm("probe").assertFine().out().matches(expected));
    assertTrue(host.virtSpm("probe", "qemu-system-x86_64").assertFine().out().matches(expected));
    String json = host.virtSpm("probe", "--format", "json", "--no-cache").assertFine().out();
    JsonNode emulator = JsonAnswer.read(json).path("result").path("emulators").get(0);
    assertEquals("sp-mem", emulator.path("dialects").get(0).asText());
    assertTrue(emulator.path("default").asBoolean());
    assertTrue(host.virtSpm("doctor").out().contains(", which a domain without <emulator> gets,"));
  }

  @Test
  void crashIsOneSentenceAndTheOthersAreAsked() {
    LiveRun run = host.virtSpm("probe", "/bin/false", "/usr/bin/qemu-system-x86_64");
    assertEquals(1, run.status());
    assertEquals(
        "virt-spm: error: the emulator /bin/false ended with status 1, before it answered\n",
        run.err());
    assertTrue(run.out().startsWith("/usr/bin/qemu-system-x86_64: QEMU "), run.out());
  }
}
