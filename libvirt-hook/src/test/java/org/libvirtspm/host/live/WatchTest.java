package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchTest extends LiveTest {

  /** As many definitions as show a leak of a kilobyte each. */
  private static final int EVENTS = Integer.getInteger("spm.watch.events", 1000);

  private Path log;
  private Process watcher;

  @BeforeEach
  void removeLog() throws IOException {
    log = host.share().resolve("watch.log");
    Files.deleteIfExists(log);
  }

  @AfterEach
  void end() throws InterruptedException {
    if (watcher != null) {
      watcher.descendants().forEach(ProcessHandle::destroyForcibly);
      watcher.destroyForcibly().waitFor();
    }
  }

  private void start(Map<String, String> variables) throws IOException {
    List<String> command = host.inside(host.virtSpmCommand(variables, "watch"));
    watcher =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await(() -> logged("watching qemu:///system") == 1);
  }

  private void define(String name) {
    define(name, LiveDomains.ramCell());
  }

  private void define(String name, String cell) {
    UUID uuid = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    String xml = LiveDomains.withMetadata(name, cell);
    host.put(name + ".xml", xml.replace("</name>", "</name><uuid>" + uuid + "</uuid>"));
    host.virsh("define", "/share/" + name + ".xml");
  }

  private boolean isTranslated(String name) {
    return host.virsh("dumpxml", "--inactive", name).contains("value='sp-mem'");
  }

  private long logged(String text) {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(text)).count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void await(BooleanSupplier condition) {
    for (int i = 0; i < 300; i++) {
      if (condition.getAsBoolean()) {
        return;
      }
      pause();
    }
    throw new AssertionError("in 30 seconds it did not come true; the log: " + read());
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private String read() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void translatesWhatIsThereAndWhatIsDefined() throws IOException {
    define("w1");
    start(Map.of());
    assertTrue(isTranslated("w1"));
    define("w2");
    await(() -> isTranslated("w2"));
    define("w2");
    await(() -> logged("Domain 'w2' translated: node 1 (256 MiB) in dialect sp-mem") == 2);
    host.virsh("desc", "w1", "--config", "--title", "touched");
    define("w1");
    await(() -> logged("Domain 'w1' translated") == 2);
    assertEquals(4, logged("translated"), read());
  }

  @Test
  void survivesRestartsOfLibvirt() throws IOException {
    start(Map.of());
    for (int round = 1; round <= 2; round++) {
      host.run("restart-libvirtd", "-KILL").assertFine();
      define("w1");
      await(() -> isTranslated("w1"));
      int expected = round + 1;
      await(() -> logged("watching qemu:///system") == expected);
      host.run("virsh", "undefine", "--nvram", "w1").assertFine();
    }
  }

  @Test
  void refusalIsToldOnceAndNothingIsTouched() throws IOException {
    String bad = LiveDomains.ramCell().replace("'256'", "'x'");
    define("w1", bad);
    String before = host.virsh("dumpxml", "--inactive", "w1");
    start(Map.of());
    define("w1", bad);
    define("w2");
    await(() -> isTranslated("w2"));
    assertEquals(1, logged("Domain 'w1' can't be translated: "), read());
    assertEquals(before, host.virsh("dumpxml", "--inactive", "w1"));
  }

  @Test
  void tellsItsManagerAndEndsOnSigterm() throws Exception {
    Path told = host.share().resolve("told");
    Files.deleteIfExists(told);
    Process manager =
        new ProcessBuilder(
                host.inside(
                    List.of(
                        "perl",
                        "-MSocket",
                        "-e",
                        "unlink '/share/notify'; socket(S, AF_UNIX, SOCK_DGRAM, 0);"
                            + " bind(S, sockaddr_un('/share/notify')) or die; $| = 1;"
                            + " while (defined recv(S, $m, 4096, 0)) { print \"$m\\n\" }")))
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    try {
      await(() -> Files.exists(host.share().resolve("notify")));
      start(Map.of("NOTIFY_SOCKET", "/share/notify"));
      await(() -> contains(told, "READY=1\nSTATUS=watching qemu:///system"));
      leaf(watcher).destroy();
      assertTrue(watcher.waitFor(10, TimeUnit.SECONDS));
      assertEquals(0, watcher.exitValue(), read());
      await(() -> contains(told, "STOPPING=1"));
    } finally {
      manager.descendants().forEach(ProcessHandle::destroyForcibly);
      manager.destroyForcibly().waitFor();
    }
  }

  @Test
  void uriThatCanNeverWorkEndsItWithAFailure() {
    String uri = "foo+unix:///system?socket=/run/libvirt/libvirt-sock";
    String unheard = "foo+unix:///system?socket=/none";
    // No resolver has to be asked for a label of more than 63 characters.
    String nowhere = "qemu+tcp://" + "a".repeat(70) + "/system";
    for (String bad :
        List.of(uri, "foo:///system", "qemu+foo:///system", "no uri", nowhere, unheard)) {
      LiveRun run = host.virtSpm("watch", "-c", bad).assertStatus(2);
      assertTrue(
          run.err().startsWith("virt-spm: error: cannot connect to libvirt at " + bad + ": "));
      assertEquals(2, run.err().lines().count(), run.err());
      assertTrue(run.err().contains("\n        mend the "), run.err());
    }
  }

  private static boolean contains(Path file, String text) {
    try {
      return Files.readString(file).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  private static ProcessHandle leaf(Process process) {
    return process
        .descendants()
        .filter(p -> p.children().findAny().isEmpty())
        .findFirst()
        .orElse(process.toHandle());
  }

  @Test
  void memoryStaysSmallOverManyEvents() throws IOException {
    String uuid = "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>";
    String plain = LiveDomains.withCell("plain", "").replace("</name>", "</name>" + uuid);
    host.put("plain.xml", plain);
    start(Map.of());
    defineOften(EVENTS / 2);
    long before = residentKib();
    defineOften(EVENTS / 2);
    long after = residentKib();
    assertTrue(after - before < EVENTS / 2 + 8192, before + " KiB, then " + after);
    define("w1");
    await(() -> isTranslated("w1"));
  }

  private void defineOften(int times) {
    String input = "define /share/plain.xml\n".repeat(times);
    LiveRun.of(host.inside(List.of("virsh", "-q")), input, Map.of(), 600).assertFine();
  }

  private long residentKib() throws IOException {
    return Files.readAllLines(Path.of("/proc/" + leaf(watcher).pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
