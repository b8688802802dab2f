package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.libvirtspm.host.trust.PathTrust;

/** Writes a file so that readers see the old content or the new, never a part. */
final class WholeFile {

  private static final FileAttribute<Set<PosixFilePermission>> PRIVATE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private WholeFile() {}

  /**
   * Replaces or makes a file that the user named. A link is followed, unless another user put it
   * there; a device or pipe is written to.
   */
  static void write(Path file, byte[] content) throws IOException {
    if (Files.isSymbolicLink(file)) {
      checkLink(file);
    }
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
      Files.write(file, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    replace(target, regular(target), content);
  }

  /**
   * Replaces or makes a file in a folder that the user named. Whatever has its name is replaced: a
   * link is not followed, a pipe or device is not written to, and another user gets no file.
   */
  static void writeInFolder(Path file, byte[] content) throws IOException {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      throw new FileSystemException(file.toString(), null, "is a directory");
    }
    replace(file, regular(file).filter(Replaced::isOurs), content);
  }

  private static void checkLink(Path link) throws IOException {
    Replaced found = Replaced.of(link);
    if (!found.isOurs()) {
      throw new FileSystemException(
          link.toString(),
          null,
          "it is a link that uid " + found.uid() + " made; name the file it leads to");
    }
  }

  /** Makes the new file readable by nobody who could not read the old one, at no time. */
  private static void replace(Path target, Optional<Replaced> old, byte[] content)
      throws IOException {
    Path beside = target.resolveSibling(".virt-spm-" + UUID.randomUUID() + ".tmp");
    try {
      Files.createFile(
          beside, old.isPresent() ? new FileAttribute<?>[] {PRIVATE} : new FileAttribute<?>[0]);
      Files.write(beside, content, StandardOpenOption.WRITE);
      if (old.isPresent()) {
        old.get().giveTo(beside);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static Optional<Replaced> regular(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(Replaced.of(file))
        : Optional.empty();
  }

  /** Owner and mode of what is replaced. */
  private record Replaced(int uid, int gid, Set<PosixFilePermission> mode) {

    static Replaced of(Path file) throws IOException {
      Map<String, Object> stat =
          Files.readAttributes(file, "unix:uid,gid,permissions", LinkOption.NOFOLLOW_LINKS);
      Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
      ((Set<?>) stat.get("permissions")).forEach(p -> mode.add((PosixFilePermission) p));
      return new Replaced((Integer) stat.get("uid"), (Integer) stat.get("gid"), mode);
    }

    boolean isOurs() {
      return uid == 0 || uid == PathTrust.userId();
    }

    /** Rights of a group that the file can't be given to are given to nobody. */
    void giveTo(Path file) throws IOException {
      boolean keepsGroup = gives(file, "unix:gid", gid);
      var unused = gives(file, "unix:uid", uid);
      if (!keepsGroup) {
        mode.removeAll(PosixFilePermissions.fromString("---rwx---"));
      }
      Files.setPosixFilePermissions(file, mode);
    }

    /** Only root may give a file away; anybody else's result is their own. */
    private static boolean gives(Path file, String attribute, int id) throws IOException {
      if (Files.getAttribute(file, attribute).equals(id)) {
        return true;
      }
      try {
        Files.setAttribute(file, attribute, id);
        return true;
      } catch (FileSystemException e) {
        return false;
      }
    }
  }
}
