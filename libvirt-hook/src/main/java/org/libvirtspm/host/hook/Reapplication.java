package org.libvirtspm.host.hook;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts what translates a domain when libvirt has let go of it; libvirt never waits for it. */
final class Reapplication {

  private static final String WAIT_SECONDS = "1800";

  private Reapplication() {}

  static void start(HookCall call, String uuid) throws IOException {
    // One after the other, each in few MB until its turn comes: a whole host may need it at once.
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
      // Where libvirt looks for the daemon's socket; the hook's own environment lacks it.
      String runtime = call.host().state().getParent().toString();
      builder.environment().put("XDG_RUNTIME_DIR", runtime);
    }
    // A pipe of libvirt's left open here would make it wait.
    var unused =
        builder
            .directory(Path.of("/").toFile())
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
  }

  /** The start of a command line that runs one of our classes. */
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

  /** Forgets a failure that is over, if it can: it is only words. */
  static void forget(Path failure) {
    try {
      Files.deleteIfExists(failure);
    } catch (IOException e) {
      // It will be seen again in the status.
    }
  }

  /** Remembers why it failed, for the next refusal; an empty reason forgets the last. */
  static void remember(Path failure, String reason) throws IOException {
    if (reason.isEmpty()) {
      Files.deleteIfExists(failure);
    } else {
      StateFolder.replace(failure, reason.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
  }
}
