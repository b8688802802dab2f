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

/** Writes files atomically: readers see the old content or the new. */
final class WholeFile {

  /** Maximum number of links, as in Linux. */
  private static final int MOST_LINKS = 40;

  private WholeFile() {}

  /**
   * Replaces or creates a file that the user named. Links are followed, and devices and pipes
   * written to, unless another user could have put them there.
   */
  static void write(Path file, byte[] content) throws IOException {
    write(file, content, Optional.empty());
  }

  /** Writes a file with a given mode. */
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
   * Replaces or creates a file in a folder that the user named. Anything of its name is replaced:
   * links are not followed, pipes and devices not written to, and the file is not given to another
   * user.
   */
  static void writeInFolder(Path file, byte[] content) throws IOException {
    new Replacement(file.toAbsolutePath(), Optional.empty(), false).make(content);
  }

  /** Follows links one by one and checks each. */
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

  /** True below /proc, whose links belong to the kernel, such as those behind /dev/stdout. */
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
