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
 * The host's files, below a root that is a folder of its own in tests.
 *
 * @param root the folder that stands for /
 */
public record HostFiles(Path root) {

  /** This host. */
  public static final HostFiles HERE = new HostFiles(Path.of("/"));

  /** The number of the user who looks. */
  public int uid() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that has this absolute path on the host. */
  public Path at(String absolute) {
    return root.resolve(absolute.substring(1));
  }

  /** A small file's text without blanks around it; empty when it can't be read. */
  public Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A small file's decimal number; empty when it has none. */
  public OptionalLong number(Path file) {
    return text(file)
        .filter(t -> t.matches("-?[0-9]{1,18}"))
        .map(t -> OptionalLong.of(Long.parseLong(t)))
        .orElse(OptionalLong.empty());
  }

  /** A folder's entries by name; none when it is not there. */
  public List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of();
    }
  }

  /** The name of what a link points to; empty when it is no link. */
  public Optional<String> linkedName(Path link) {
    try {
      return Optional.of(Files.readSymbolicLink(link).getFileName().toString());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
