package org.libvirtspm.host.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatcherTest {

  @TempDir Path folder;

  /** Within two seconds it tries four times. */
  @Test
  void whatIsInTheWayIsSaidOnce() throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    String uri = "qemu+unix:///system?socket=" + folder.resolve("none");
    Watcher watcher =
        new Watcher(
            Optional.of(uri),
            Optional.empty(),
            new Journal(new PrintStream(said, true, UTF_8), false),
            ServiceManager.ofEnvironment());
    FutureTask<Void> run =
        new FutureTask<>(
            () -> {
              watcher.run();
              return null;
            });
    Thread thread = new Thread(run);
    thread.start();
    thread.join(2_000);
    assertTrue(thread.isAlive());
    thread.interrupt();
    run.get();
    List<String> lines = said.toString(UTF_8).lines().toList();
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.get(0).contains(uri) && lines.get(0).endsWith("; trying again"));
    assertTrue(lines.get(1).matches("  remedy: .*virtqemud.*, or libvirtd.*"), lines.get(1));
  }
}
