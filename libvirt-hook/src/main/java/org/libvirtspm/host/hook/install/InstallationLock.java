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
import java.time.Duration;
import java.util.Set;

/** The lock of installations and removals: they use the same folders. */
final class InstallationLock {

  private static final FileAttribute<Set<PosixFilePermission>> MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Time limit, longer than that of an installation's archive. */
  private static final Duration LIMIT = Duration.ofMinutes(12);

  private static final long PAUSE_MILLIS = 200;

  private InstallationLock() {}

  /** Work to be done under the lock. */
  interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /**
   * Runs work while holding the file, which is created if it is missing. Its folder must exist.
   * Waits for another process that holds it; throws IOException with a sentence for the user if
   * that takes longer than an installation may.
   */
  static <T> T holding(Path file, Work<T> work) throws IOException, InterruptedException {
    return holding(file, LIMIT, work);
  }

  static <T> T holding(Path file, Duration limit, Work<T> work)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (true) {
      Object before = key(file);
      try (FileChannel channel =
          FileChannel.open(
              file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), MODE)) {
        while (channel.tryLock() == null) {
          if (System.nanoTime() - start > limit.toNanos()) {
            throw new IOException(
                "another installation or removal of the hook has held "
                    + file
                    + " for "
                    + limit.toMinutes()
                    + " minutes; end it, and try again");
          }
          Thread.sleep(PAUSE_MILLIS);
        }
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
