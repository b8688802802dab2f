package org.libvirtspm.host.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * State of an emulator's file.
 *
 * @param path with links resolved
 * @param size in bytes
 * @param modifiedNanos modification time in nanoseconds since 1970
 */
record EmulatorFile(Path path, long size, long modifiedNanos) {

  /** Returns the state; empty if the file cannot be read. */
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
