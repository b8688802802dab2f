package org.libvirtspm.host.qmp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All descendants of a process, found by an environment variable, which daemons keep even without
 * parent, session and process group.
 */
record MarkedProcesses(String value) {

  private static final String NAME = "VIRT_SPM_PROBE";

  private static final Path PROC = Path.of("/proc");

  /** Limit of search rounds: processes may fork meanwhile, and a fork bomb never ends. */
  private static final int MOST_ROUNDS = 100;

  /** Returns a unique mark. */
  static MarkedProcesses create() {
    return new MarkedProcesses(UUID.randomUUID().toString());
  }

  /** Marks what is started with this environment. */
  void mark(Map<String, String> environment) {
    environment.put(NAME, value);
  }

  /** Kills them until none is left. */
  void kill() {
    List<ProcessHandle> found = find();
    for (int round = 0; !found.isEmpty() && round < MOST_ROUNDS; round++) {
      found.forEach(ProcessHandle::destroyForcibly);
      found = find();
    }
  }

  private List<ProcessHandle> find() {
    List<ProcessHandle> found = new ArrayList<>();
    try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
      for (Path process : processes) {
        // The handle is taken first, so that a reused process id is detected.
        ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
            .filter(p -> isMarked(process))
            .ifPresent(found::add);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // There is no /proc to search.
    }
    return found;
  }

  private boolean isMarked(Path process) {
    try {
      byte[] environment = Files.readAllBytes(process.resolve("environ"));
      String text = new String(environment, StandardCharsets.ISO_8859_1);
      return Arrays.asList(text.split("\0", -1)).contains(NAME + "=" + value);
    } catch (IOException e) {
      return false;
    }
  }
}
