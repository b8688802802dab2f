package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The lock of installations and removals: they use the same folders. */
final class InstallationLock {

  private static final FileAttribute<Set<PosixFilePermission>> MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private InstallationLock() {}

  /** Work to be done under the lock. */
  interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /**
   * Runs work while holding the file, which is created if it is missing; waits for another process
   * that holds it. Its folder must exist.
   */
  static <T> T holding(Path file, Work<T> work) throws IOException, InterruptedException {
    while (true) {
      Object before = key(file);
      try (FileChannel channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), MODE)) {
        var unused = channel.lock();
        // A removal deletes the file at its end; who waited for that one takes the next.
        if (before != null && before.equals(key(file))) {
          return work.run();
        }
      }
    }
  }

  /** Returns the identity of the file; null if it is missing. */
  private static Object key(Path file) throws IOException {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }
}
