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
 * Finds daemons that started before the hook was installed. libvirt looks for hooks when it starts
 * and when it reloads (virHookInitialize). Reloads are known to systemd, and the hook's script
 * notes the process id of the daemon that called it last.
 *
 * @param entry the script that libvirt runs
 * @param caller file with the process id of the last caller
 */
record OlderDaemons(Path entry, Path caller) {

  /** Of the processes that call hooks. */
  static final Set<String> NAMES = Set.of("libvirtd", "virtqemud");

  private static final Pattern CHANGE =
      Pattern.compile("StateChangeTimestamp=\\w+ ([0-9-]+ [0-9:]+) UTC");

  /** Creates the caller's file, without which the script notes nothing. */
  void expectCalls() throws IOException {
    Files.createDirectories(
        caller.getParent(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    if (!Files.exists(caller)) {
      Files.write(caller, new byte[0]);
    }
  }

  /** Returns the daemons in our mount namespace that have not seen the script. */
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

  /**
   * True if the daemon has called the hook. A call before its start was by another process with the
   * same id.
   */
  private boolean hasCalled(ProcessHandle daemon) {
    try {
      Instant called = Files.getLastModifiedTime(caller).toInstant();
      return Files.readString(caller).strip().equals(Long.toString(daemon.pid()))
          && daemon.info().startInstant().filter(start -> !isBefore(called, start)).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** True if the unit was reloaded since: systemd counts that as a change of its state. */
  private static boolean hasReloaded(String name, long pid, Instant put) {
    String properties = "--property=MainPID,StateChangeTimestamp";
    return ProgramOutput.of(
            "env", "TZ=UTC", "LC_ALL=C", "systemctl", "show", properties, name + ".service")
        .filter(shown -> shown.lines().anyMatch(("MainPID=" + pid)::equals))
        .flatMap(OlderDaemons::change)
        .filter(change -> !isBefore(change, put))
        .isPresent();
  }

  /** Parses the last state change from the output of {@code systemctl show} in UTC. */
  static Optional<Instant> change(String shown) {
    Matcher change = CHANGE.matcher(shown);
    return change.find()
        ? Optional.of(
            LocalDateTime.parse(change.group(1), DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))
                .toInstant(ZoneOffset.UTC))
        : Optional.empty();
  }

  /** Compares with a tolerance of 1 s: process starts and systemctl's times have no fractions. */
  private static boolean isBefore(Instant change, Instant put) {
    return change.plusSeconds(1).isBefore(put);
  }

  /** Returns the daemon's name; empty for other processes and other mount namespaces. */
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
