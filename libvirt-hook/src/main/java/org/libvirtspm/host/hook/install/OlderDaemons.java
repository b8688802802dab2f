package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.host.ProgramOutput;

/**
 * The daemons of this host that are older than a hook. libvirt looks for hooks as it starts and as
 * it reloads (virHookInitialize), and tells nobody what it found: systemd knows of its reloads, and
 * the hook's entry leaves the process id of the daemon that called it last.
 *
 * @param entry the program that libvirt runs
 * @param caller a file with the process id of the daemon that called last
 */
record OlderDaemons(Path entry, Path caller) {

  private static final Set<String> NAMES = Set.of("libvirtd", "virtqemud");

  private static final Pattern CHANGE =
      Pattern.compile("StateChangeTimestamp=\\w+ ([0-9-]+ [0-9:]+) UTC");

  /** Makes the file of the caller, if it is missing: without it the entry leaves no word. */
  void expectCalls() throws IOException {
    Files.createDirectories(
        caller.getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    if (!Files.exists(caller)) {
      Files.write(caller, new byte[0]);
    }
  }

  /** Those in our mount namespace that have not seen the entry. */
  List<OlderDaemon> all() throws IOException {
    Instant put = Files.getLastModifiedTime(entry).toInstant();
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().startInstant().filter(at -> isBefore(at, put)).isPresent())
        .flatMap(
            p ->
                name(p.pid())
                    .filter(n -> !hasSeen(p, n, put))
                    .map(n -> new OlderDaemon(n, p.pid()))
                    .stream())
        .toList();
  }

  private boolean hasSeen(ProcessHandle daemon, String name, Instant put) {
    return hasCalled(daemon) || hasReloaded(name, daemon.pid(), put);
  }

  /** An older call is that of another process of the same number. */
  private boolean hasCalled(ProcessHandle daemon) {
    try {
      Instant called = Files.getLastModifiedTime(caller).toInstant();
      return Files.readString(caller).strip().equals(Long.toString(daemon.pid()))
          && daemon.info().startInstant().filter(start -> !isBefore(called, start)).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** To systemd a reload is a change of the unit's state. */
  private static boolean hasReloaded(String name, long pid, Instant put) {
    String properties = "--property=MainPID,StateChangeTimestamp";
    return ProgramOutput.of(
            "env", "TZ=UTC", "LC_ALL=C", "systemctl", "show", properties, name + ".service")
        .filter(shown -> shown.lines().anyMatch(("MainPID=" + pid)::equals))
        .flatMap(OlderDaemons::change)
        .filter(change -> !isBefore(change, put))
        .isPresent();
  }

  /** When a unit's state changed last, by what systemctl shows in UTC. */
  static Optional<Instant> change(String shown) {
    Matcher change = CHANGE.matcher(shown);
    return change.find()
        ? Optional.of(
            LocalDateTime.parse(change.group(1), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
                .toInstant(ZoneOffset.UTC))
        : Optional.empty();
  }

  /** Java knows the start of a process to the second, and systemctl shows no fractions. */
  private static boolean isBefore(Instant change, Instant put) {
    return change.plusSeconds(1).isBefore(put);
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
}
