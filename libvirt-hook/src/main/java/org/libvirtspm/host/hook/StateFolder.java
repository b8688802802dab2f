package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files with mode 0600 that are replaced atomically. */
final class StateFolder {

  private static final FileAttribute<Set<PosixFilePermission>> OURS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

  private static final FileAttribute<Set<PosixFilePermission>> FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final int PAUSE_MILLIS = 10;

  /** Time limit for the lock: enough for two hundred guests starting at once. */
  private static final int PATIENCE_MILLIS = 30_000;

  private StateFolder() {}

  static byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }

  static void replace(Path file, byte[] content) throws IOException {
    make(file.getParent());
    Path beside = Files.createTempFile(file.getParent(), ".new", "", FILE);
    try {
      Files.write(beside, content);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** Creates a folder and its parents; throws IOException if another user owns it. */
  static void make(Path folder) throws IOException {
    Files.createDirectories(folder, OURS);
    Object owner = Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (!owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      throw new IOException(folder + " belongs to another user");
    }
  }

  /** Work to be done under the lock. */
  interface Guarded<T> {
    T run() throws IOException;
  }

  /**
   * Runs work while holding the file {@code lock} of the state folder; throws IOException if it is
   * not free within 30 s.
   */
  static <T> T locked(Path state, Guarded<T> work) throws IOException {
    make(state);
    Path file = state.resolve("lock");
    try (FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), FILE)) {
      for (int waitedMillis = 0; channel.tryLock() == null; waitedMillis += PAUSE_MILLIS) {
        if (waitedMillis > PATIENCE_MILLIS) {
          throw new IOException(file + " is locked by a hook that does not end");
        }
        Thread.sleep(PAUSE_MILLIS);
      }
      return work.run();
    } catch (InterruptedException e) {
      throw new IOException("interrupted while waiting for " + file, e);
    }
  }
}
