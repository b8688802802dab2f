package org.libvirtspm.host.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An emulator's file as it is now.
 *
 * @param path behind any links
 * @param size in bytes
 * @param modifiedNanos since 1970
 */
record EmulatorFile(Path path, long size, long modifiedNanos) {

  /** The file; empty when it can't be looked at. */
  static Optional<EmulatorFile> at(Path emulator) {
    try {
      Path path = emulator.toRealPath();
      BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
      long modified = file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      return Optional.of(new EmulatorFile(path, file.size(), modified));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
