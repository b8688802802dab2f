package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.host.trust.PathTrust;
import org.libvirtspm.host.trust.UntrustedPathException;

/** Writes a file so that readers see the old content or the new, never a part. */
final class WholeFile {

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /**
   * Replaces or makes a file that the user named. A link is followed, and a device or pipe written
   * to, if no other user can have put it there.
   */
  static void write(Path file, byte[] content) throws IOException {
    write(file, content, Optional.empty());
  }

  /** The same, with this mode instead of that of the file that is replaced. */
  static void write(Path file, byte[] content, Optional<Set<PosixFilePermission>> mode)
      throws IOException {
    Path target = follow(file);
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      checkFolder(target, "it is no regular file");
      Files.write(target, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      return;
    }
    new Replacement(target, mode, true).make(content);
  }

  /**
   * Replaces or makes a file in a folder that the user named. Whatever has its name is replaced: a
   * link is not followed, a pipe or device is not written to, and another user gets no file.
   */
  static void writeInFolder(Path file, byte[] content) throws IOException {
    new Replacement(file.toAbsolutePath(), Optional.empty(), false).make(content);
  }

  /** Follows links one by one: what follows a checked one is as little others' as it is. */
  private static Path follow(Path file) throws IOException {
    Path at = inRealFolder(file);
    for (int links = 0; Files.isSymbolicLink(at); links++) {
      checkLink(at);
      if (isInProc(at)) {
        return Files.isRegularFile(at) ? at.toRealPath() : at;
      }
      if (links == MOST_LINKS) {
        throw new FileSystemException(file.toString(), null, "too many links");
      }
      at = inRealFolder(at.resolveSibling(Files.readSymbolicLink(at)));
    }
    return at;
  }

  private static Path inRealFolder(Path file) throws IOException {
    return file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
  }

  /** Links there are the kernel's: such as /dev/stdout leads through. */
  private static boolean isInProc(Path file) {
    return file.startsWith("/proc");
  }

  private static void checkLink(Path link) throws IOException {
    int uid = (Integer) Files.getAttribute(link, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    if (uid != 0 && uid != PathTrust.userId()) {
      throw new FileSystemException(
          link.toString(),
          null,
          "it is a link that uid " + uid + " made; name the file it leads to");
    }
    checkFolder(link, "it is a link");
  }

  private static void checkFolder(Path file, String what) throws IOException {
    if (isInProc(file)) {
      return;
    }
    try {
      var unused = PathTrust.ofThisUser().resolve(file.getParent());
    } catch (UntrustedPathException e) {
      throw new FileSystemException(file.toString(), null, what + ", and " + e.getMessage());
    }
  }
}
