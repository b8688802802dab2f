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

/** What the hook holds for domains; each is compared with what runs before it is believed. */
final class Holdings {

  /** How long a guest may take from the hook to its QEMU, with time to spare. */
  static final Duration STARTING = Duration.ofMinutes(2);

  private final Host host;
  private final Duration starting;
  private final Map<ProcessId, Boolean> daemons = new HashMap<>();

  /**
   * Those of a host.
   *
   * @param starting how long to believe of a guest without a QEMU that it is being started
   */
  Holdings(Host host, Duration starting) {
    this.host = host;
    this.starting = starting;
  }

  /** Gives back what is held for a domain that is not running, and returns what it was. */
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
   * Gives back what is held for guests that have ended without libvirt's saying so, and returns
   * what is held by right.
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
      // It stands, for the next time; whoever starts now has nothing to do with it.
    }
  }

  private boolean isAlive(Path file, Holding holding) {
    return isStarting(file, holding) || new Guests(host).runs(holding.domain(), holding.uuid());
  }

  /**
   * A record from the future is of a clock that was set back since: it would stay young for ever.
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
