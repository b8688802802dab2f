package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of all domains. Before one is trusted it is compared with the running guests. */
final class Holdings {

  /** Upper limit for the time from prepare until QEMU runs. */
  static final Duration STARTING = Duration.ofMinutes(2);

  private final Host host;
  private final Duration starting;
  private final Map<ProcessId, Boolean> daemons = new HashMap<>();

  /**
   * Takes a host and a time limit.
   *
   * @param starting how long a record without a running QEMU counts as a starting guest
   */
  Holdings(Host host, Duration starting) {
    this.host = host;
    this.starting = starting;
  }

  /** Returns the reservations of a domain that is not running, and its record. */
  Optional<Holding> end(String domain) throws IOException {
    Path file = host.holding(domain);
    Optional<Holding> holding = read(file);
    if (holding.isPresent()) {
      end(file, holding.get());
    } else {
      Files.deleteIfExists(file);
    }
    return holding;
  }

  private void end(Path file, Holding holding) throws IOException {
    holding.giveBack(host);
    Files.delete(file);
  }

  /**
   * Returns reservations of guests that ended without a release, and lists the records of the
   * others.
   */
  List<Holding> reconcile() throws IOException {
    List<Holding> alive = new ArrayList<>();
    if (!Files.isDirectory(host.holdings())) {
      return alive;
    }
    try (DirectoryStream<Path> all = Files.newDirectoryStream(host.holdings(), "[!.]*")) {
      for (Path file : all) {
        Optional<Holding> holding = read(file);
        if (holding.isEmpty()) {
          Files.deleteIfExists(file);
        } else if (isAlive(file, holding.get())) {
          alive.add(holding.get());
        } else if (!holding.get().isToApply()) {
          endQuietly(file, holding.get());
        }
      }
    }
    return alive;
  }

  private void endQuietly(Path file, Holding holding) {
    try {
      end(file, holding);
    } catch (IOException e) {
      // The record stays for the next attempt; the guest that starts now does not depend on it.
    }
  }

  private boolean isAlive(Path file, Holding holding) {
    return isStarting(file, holding) || new Guests(host).runs(holding.domain(), holding.uuid());
  }

  /**
   * True for a young record whose daemon still runs. One with a future date counts as old if it is
   * far off: the clock was set back.
   */
  private boolean isStarting(Path file, Holding holding) {
    try {
      Instant taken = Files.getLastModifiedTime(file).toInstant();
      return Duration.between(taken, Instant.now()).abs().compareTo(starting) < 0
          && daemons.computeIfAbsent(holding.daemon(), d -> d.isAlive(host.at("/proc")));
    } catch (IOException e) {
      return false;
    }
  }

  private static Optional<Holding> read(Path file) {
    try {
      return Optional.of(Holding.read(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
