package org.libvirtspm.host.hook;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the background translation of a domain. libvirt does not wait for it. */
final class BackgroundApply {

  private static final String WAIT_SECONDS = "1800";

  private BackgroundApply() {}

  static void start(HookCall call, String uuid) throws IOException {
    // flock queues the processes before their JVM starts, since all guests of a host may need this
    // at once.
    List<String> command = new ArrayList<>(List.of("setsid", "flock", "-w", WAIT_SECONDS));
    command.add(call.host().state().resolve("applying").toString());
    command.addAll(java());
    command.addAll(
        List.of(
            ReapplyMain.class.getName(),
            call.host().failure(uuid).toString(),
            call.host().uri(),
            uuid));
    ProcessBuilder builder = new ProcessBuilder(command);
    if (call.host().isSession()) {
      // The daemon's socket is found through this variable, which the hook's environment lacks.
      String runtime = call.host().state().getParent().toString();
      builder.environment().put("XDG_RUNTIME_DIR", runtime);
    }
    // An inherited pipe that stays open would make libvirt wait.
    var unused =
        builder
            .directory(Path.of("/").toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
  }

  /** Returns the start of a command line for one of our classes. */
  static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    return command;
  }

  /** Removes the record of a failure, if possible. */
  static void forget(Path failure) {
    try {
      Files.deleteIfExists(failure);
    } catch (IOException e) {
      // The status will still show it.
    }
  }

  /** Saves the reason of a failure for the next refusal; an empty reason removes it. */
  static void remember(Path failure, String reason) throws IOException {
    if (reason.isEmpty()) {
      Files.deleteIfExists(failure);
    } else {
      StateFolder.replace(failure, reason.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
