package org.libvirtspm.kubevirt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Servers on a socket of the test's own, which end with the test. */
abstract class RunningPlugin {

  static final String CELL =
      "<cell memory='16' unit='GiB'><source><path>/dev/dax0.0</path></source></cell>";

  @TempDir Path folder;

  final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  final List<AutoCloseable> started = new ArrayList<>();

  /** What the libraries say of requests that they cannot read is not for these tests' output. */
  private final Logger root = Logger.getLogger("");

  @BeforeEach
  void silence() {
    root.setLevel(Level.OFF);
  }

  Launcher start(String... options) throws Exception {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--socket", folder.resolve("s").toString()));
    PluginServer server =
        PluginServer.start(ServerOptions.parse(all), new Log(new PrintStream(logged, true, UTF_8)));
    started.add(server::end);
    Launcher launcher = new Launcher(folder.resolve("s"));
    started.add(launcher);
    return launcher;
  }

  @AfterEach
  void stop() throws Exception {
    Collections.reverse(started);
    for (AutoCloseable one : started) {
      one.close();
    }
    started.clear();
  }

  static Status refusal(Runnable call) {
    return assertThrows(StatusRuntimeException.class, call::run).getStatus();
  }
}
