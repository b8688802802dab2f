package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The daemons of this host that are older than a hook. libvirt looks for hooks as it starts and as
 * it reloads (virHookInitialize), and tells nobody what it found.
 */
final class OlderDaemons {

  private static final Set<String> NAMES = Set.of("libvirtd", "virtqemud");

  private OlderDaemons() {}

  /** A sentence for each daemon in our mount namespace that ran when the entry was put there. */
  static List<String> than(Path entry) throws IOException {
    Instant put = ((FileTime) Files.getAttribute(entry, "unix:ctime")).toInstant();
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().startInstant().filter(at -> isBefore(at, put)).isPresent())
        .flatMap(p -> name(p.pid()).map(name -> sentence(name, p.pid())).stream())
        .toList();
  }

  /** Java knows the start of a process to the second. */
  private static boolean isBefore(Instant start, Instant put) {
    return start.plusSeconds(1).isBefore(put);
  }

  /** The daemon's name; empty for any other process, and for one in other mounts. */
  private static Optional<String> name(long pid) {
    Path process = Path.of("/proc", Long.toString(pid));
    try {
      String name = Files.readString(process.resolve("comm")).strip();
      return NAMES.contains(name) && mounts(process).equals(mounts(Path.of("/proc/self")))
          ? Optional.of(name)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Path mounts(Path process) throws IOException {
    return Files.readSymbolicLink(process.resolve("ns/mnt"));
  }

  private static String sentence(String name, long pid) {
    return name
        + " (process "
        + pid
        + ") has run since before the hook was put there, and calls it only if it has reloaded since:"
        + " to be sure, run systemctl reload "
        + name;
  }
}
