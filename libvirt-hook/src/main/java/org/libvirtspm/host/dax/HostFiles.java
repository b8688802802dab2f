package org.libvirtspm.host.dax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Files of the host, below a root that tests replace.
 *
 * @param root the folder that stands for /
 */
public record HostFiles(Path root) {

  /** This host. */
  public static final HostFiles HERE = new HostFiles(Path.of("/"));

  /** Returns the user id of this process. */
  public int uid() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns true if systemd is what started this host. */
  public boolean hasSystemd() {
    return Files.isDirectory(at("/run/systemd/system"));
  }

  /** Returns the file of an absolute path on the host. */
  public Path at(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  /** Returns a small file's text, stripped; empty if it cannot be read. */
  public Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns a small file's decimal number; empty if there is none. */
  public OptionalLong number(Path file) {
    return text(file)
        .filter(t -> t.matches("-?[0-9]{1,18}"))
        .map(t -> OptionalLong.of(Long.parseLong(t)))
        .orElse(OptionalLong.empty());
  }

  /** Returns a folder's entries by name; empty if it does not exist. */
  public List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** Returns the last name in a link's target; empty if it is not a link. */
  public Optional<String> linkedName(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link).getFileName().toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
