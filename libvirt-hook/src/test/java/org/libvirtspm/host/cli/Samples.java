package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The domains in {@code samples/}, which users start from. */
final class Samples {

  /** Tests run in the module's folder, which stands beside the samples. */
  private static final Path FOLDER = Path.of("..", "samples");

  private Samples() {}

  static List<Path> all() {
    try (var files = Files.list(FOLDER)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path named(String name) {
    return FOLDER.resolve(name);
  }
}
