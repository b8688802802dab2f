package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The hook's records, for installation and status. */
public final class HookRecords {

  /**
   * Time limit for starting guests during an uninstallation; shorter than usual, so that it does
   * not wait.
   */
  private static final Duration STARTING = Duration.ofSeconds(5);

  private final Host host;

  HookRecords(Host host) {
    this.host = host;
  }

  /** Opens the records of a state folder. */
  public static HookRecords at(Path state) {
    return new HookRecords(Host.here(state.toString(), "/"));
  }

  /** Returns a line for each domain that has reservations or could not be translated. */
  public List<String> lines() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Path file : files(host.holdings())) {
      Holding holding = Holding.read(file);
      if (!holding.paths().isEmpty()) {
        lines.add("Held for domain '" + holding.domain() + "': " + taken(holding));
      }
    }
    for (Path file : files(host.state().resolve("failed"))) {
      String reason = Files.readString(file, StandardCharsets.UTF_8).strip();
      lines.add("Domain " + file.getFileName() + " could not be translated: " + reason);
    }
    return lines.stream().map(Sentence::printable).toList();
  }

  private static String taken(Holding holding) {
    StringBuilder text = new StringBuilder(String.join(", ", holding.paths()));
    holding.devices().forEach(d -> text.append(", owner of /dev/" + d.name() + " changed"));
    return text.toString();
  }

  /**
   * Removes all records except those of running guests with changed device owners; returns the
   * names of these domains.
   */
  public List<String> remove() throws IOException {
    if (!Files.isDirectory(host.state())) {
      return List.of();
    }
    List<String> kept = StateFolder.locked(host.state(), this::removeHoldings);
    removeFolder(host.state().resolve("failed"));
    Files.deleteIfExists(host.state().resolve("caller"));
    if (kept.isEmpty()) {
      removeFolder(host.holdings());
      removeFolder(host.state());
    }
    return kept;
  }

  private List<String> removeHoldings() throws IOException {
    var unused = new Holdings(host, STARTING).reconcile();
    List<String> kept = new ArrayList<>();
    for (Path file : files(host.holdings())) {
      Holding holding = Holding.read(file);
      if (holding.devices().isEmpty()) {
        Files.delete(file);
      } else {
        kept.add(holding.domain());
      }
    }
    return kept;
  }

  private static void removeFolder(Path folder) throws IOException {
    for (Path file : files(folder)) {
      Files.delete(file);
    }
    Files.deleteIfExists(folder);
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
        all.forEach(files::add);
      }
    }
    return files;
  }
}
