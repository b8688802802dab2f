package org.libvirtspm.host.dax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out which processes have a file open, as far as this user may see. */
public record OpenFiles(HostFiles host) {

  /** Number and name of each, such as {@code 4711 (qemu-system-x86)}. */
  public List<String> usersOf(String path) {
    return host.entries(host.at("/proc")).stream()
        .filter(process -> process.getFileName().toString().matches("[0-9]+"))
        .filter(process -> hasOpen(process, path))
        .map(process -> process.getFileName() + name(process))
        .toList();
  }

  private boolean hasOpen(Path process, String path) {
    return host.entries(process.resolve("fd")).stream()
        .anyMatch(fd -> target(fd).filter(path::equals).isPresent());
  }

  private static Optional<String> target(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link).toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String name(Path process) {
    return host.text(process.resolve("comm")).map(n -> " (" + n + ")").orElse("");
  }
}
