package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the hook holds for domains; each is compared with what runs before it is believed. */
record Holdings(Host host) {

  /** How long a guest may take from the hook to its QEMU, with time to spare. */
  private static final Duration STARTING = Duration.ofMinutes(2);

  /** Gives back what is held for a domain that is not running, and returns what it was. */
  Optional<Holding> end(String domain) throws IOException {
    reconcile();
    Path file = host.holding(domain);
    return Files.exists(file) ? Optional.of(end(file)) : Optional.empty();
  }

  private Holding end(Path file) throws IOException {
    Holding holding = Holding.read(file);
    holding.giveBack(host);
    Files.delete(file);
    return holding;
  }

  /** Gives back what is held for guests that have ended without libvirt's saying so. */
  void reconcile() throws IOException {
    for (Path file : files()) {
      Optional<Holding> holding = read(file);
      if (holding.isEmpty()) {
        Files.deleteIfExists(file);
      } else if (!holding.get().isToApply() && !isAlive(file, holding.get())) {
        endQuietly(file);
      }
    }
  }

  private void endQuietly(Path file) {
    try {
      var unused = end(file);
    } catch (IOException e) {
      // It stands, for the next time; whoever starts now has nothing to do with it.
    }
  }

  /** The domain that is being started with this memory, and has no QEMU yet that shows it. */
  Optional<String> starting(FileFacts memory) throws IOException {
    for (Path file : files()) {
      Optional<Holding> holding = read(file);
      if (holding.isPresent() && isAlive(file, holding.get()) && holds(holding.get(), memory)) {
        return Optional.of(holding.get().domain());
      }
    }
    return Optional.empty();
  }

  private boolean holds(Holding holding, FileFacts memory) {
    return holding.paths().stream()
        .anyMatch(
            path -> {
              try {
                return FileFacts.of(host.at(path)).isSameMemory(memory);
              } catch (IOException e) {
                return false;
              }
            });
  }

  private boolean isAlive(Path file, Holding holding) {
    return new Guests(host).runs(holding.domain(), holding.uuid()) || isStarting(file, holding);
  }

  private boolean isStarting(Path file, Holding holding) {
    try {
      Instant taken = Files.getLastModifiedTime(file).toInstant();
      return taken.plus(STARTING).isAfter(Instant.now())
          && holding.daemon().isAlive(host.at("/proc"));
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

  private List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(host.holdings())) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(host.holdings(), "[!.]*")) {
        all.forEach(files::add);
      }
    }
    return files;
  }
}
