package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A libvirtd that is stopped by SIGSTOP: it accepts connections and answers nothing. */
class HangTest extends LiveTest {

  private static final String SILENT =
      """
       for 35 seconds; its daemon hangs or is stopped
              restart virtqemud, or libvirtd
      """;

  /** What a command may take beside its own start-up. */
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(40);

  @BeforeEach
  void defineDomain() {
    host.put("h.xml", LiveDomains.withCell("h", LiveDomains.ramCell()));
    host.virtSpm("define", "/share/h.xml").assertFine();
    host.run("sh", "-c", "rm -f /tmp/virt-spm-*.xml /share/editing /share/go /share/pipe");
  }

  @AfterEach
  void goOn() {
    signal("CONT");
  }

  private void signal(String name) {
    host.run("sh", "-c", "kill -" + name + " $(cat /run/libvirtd.pid)").assertFine();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
      Thread.sleep(100);
    }
    assertTrue(condition.getAsBoolean());
  }

  private CompletableFuture<LiveRun> start(Map<String, String> variables, String... args) {
    return CompletableFuture.supplyAsync(
        () -> host.virtSpmWith(variables, args), work -> new Thread(work, "command").start());
  }

  /** Connect, virsh, the middle of a define, and an edit hang at once, to spend 35 s once. */
  @Test
  void everyCommandEndsWithin40Seconds() throws Exception {
    host.run("mkfifo", "/share/pipe").assertFine();
    CompletableFuture<LiveRun> define = start(Map.of(), "define", "/share/pipe");
    host.put(
        "editor", "#!/bin/sh\n>/share/editing\nread go </share/go\necho '<!-- -->' >>\"$1\"\n");
    Path editor = host.share().resolve("editor");
    Files.setPosixFilePermissions(editor, PosixFilePermissions.fromString("rwxr-xr-x"));
    host.run("mkfifo", "/share/go").assertFine();
    CompletableFuture<LiveRun> edit = start(Map.of("VISUAL", "/share/editor"), "edit", "h");
    await(() -> Files.exists(host.share().resolve("editing")));
    String hang = "exec 3>/share/pipe; kill -STOP $(cat /run/libvirtd.pid); cat /share/h.xml >&3";
    host.run("sh", "-c", hang + "; echo >/share/go").assertFine();

    long before = System.nanoTime();
    host.virtSpm("--version").assertFine();
    long begin = System.nanoTime();
    CompletableFuture<LiveRun> virsh = start(Map.of(), "virsh", "list");
    LiveRun list = host.virtSpm("list").assertStatus(1);
    String virshSaid = virsh.get(10, TimeUnit.SECONDS).assertStatus(1).err();
    long startUp = begin - before;
    assertTrue(System.nanoTime() - begin - startUp < LIMIT_NANOS);

    assertEquals(
        "virt-spm: error: cannot connect to libvirt: no answer from the default URI" + SILENT,
        list.err());
    assertEquals(list.err(), virshSaid);
    String said = define.get(10, TimeUnit.SECONDS).assertStatus(1).err();
    assertTrue(
        said.matches("virt-spm: error: [^:]*: no answer from qemu:///system" + SILENT), said);
    assertTextIsKept(edit.get(10, TimeUnit.SECONDS).assertStatus(1).err());
  }

  private void assertTextIsKept(String err) {
    List<String> lines = err.lines().toList();
    assertTrue(lines.size() == 2 || lines.get(2).startsWith("        restart "), err);
    String start = "virt-spm: your text is kept in ";
    assertTrue(lines.get(0).startsWith(start), err);
    String file = lines.get(0).substring(start.length()).split(";", -1)[0];
    assertTrue(host.run("cat", file).assertFine().out().endsWith("<!-- -->\n"));
    assertTrue(lines.get(0).endsWith("; virt-spm define " + file + " defines it"), err);
    String told = "virt-spm: error: [^:]*: no (answer from|connection to) .*";
    assertTrue(lines.get(1).matches(told), err);
  }

  @Test
  void watcherConnectsAgain() throws Exception {
    Path log = host.share().resolve("hang.log");
    List<String> command =
        host.inside(
            host.virtSpmCommand(
                Map.of("JAVA_TOOL_OPTIONS", "-Dorg.libvirtspm.host.keepalive=1"), "watch"));
    Process watcher =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      await(() -> logged(log, "watching qemu:///system") == 1);
      signal("STOP");
      await(() -> logged(log, "no answer from the default URI for 7 seconds") >= 1);
      signal("CONT");
      await(() -> logged(log, "watching qemu:///system") == 2);
      host.put("w.xml", LiveDomains.withMetadata("w", LiveDomains.ramCell()));
      host.virsh("define", "/share/w.xml");
      await(() -> host.virsh("dumpxml", "--inactive", "w").contains("value='sp-mem'"));
    } finally {
      watcher.descendants().forEach(ProcessHandle::destroyForcibly);
      watcher.destroyForcibly().waitFor();
    }
  }

  private static long logged(Path log, String text) {
    try (var lines = Files.lines(log)) {
      return lines.filter(line -> line.contains(text)).count();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
