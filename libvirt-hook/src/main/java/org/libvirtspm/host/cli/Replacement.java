package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.libvirtspm.host.trust.PathTrust;
import org.libvirtspm.host.trust.UntrustedPathException;

/**
 * Replaces or creates a file through a private temporary folder, with operations on folder
 * descriptors: a file that others put at its name meanwhile is neither written nor given away.
 *
 * @param target an absolute path; a link there is replaced
 * @param mode mode of the new file; empty to keep the old one's
 * @param isNamed true if the user named the file, false if only its folder
 */
record Replacement(Path target, Optional<Set<PosixFilePermission>> mode, boolean isNamed) {

  private static final Set<PosixFilePermission> PRIVATE_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private static final FileAttribute<?> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** Replaces the file; on failure the old content stays. */
  void make(byte[] content) throws IOException {
    Path hidden = Path.of(".virt-spm-" + UUID.randomUUID() + ".tmp");
    try (SecureDirectoryStream<Path> folder = open(target.getParent())) {
      Files.createDirectory(
          target.resolveSibling(hidden), PosixFilePermissions.asFileAttribute(PRIVATE_FOLDER));
      try (SecureDirectoryStream<Path> ours =
          folder.newDirectoryStream(hidden, LinkOption.NOFOLLOW_LINKS)) {
        makeIn(ours, hidden, folder, content);
      } finally {
        // A file that others put at this name is left in place.
        var unused = isDone(() -> folder.deleteDirectory(hidden));
      }
    }
  }

  /** Opens a folder for operations on its descriptor, which Linux supports. */
  @SuppressWarnings("StreamResourceLeak")
  private static SecureDirectoryStream<Path> open(Path folder) throws IOException {
    return (SecureDirectoryStream<Path>) Files.newDirectoryStream(folder);
  }

  /** Creates the new file with at most the read permissions of the old one at any time. */
  private void makeIn(
      SecureDirectoryStream<Path> ours,
      Path hidden,
      SecureDirectoryStream<Path> folder,
      byte[] content)
      throws IOException {
    Optional<PosixFileAttributes> old = regular(folder, target.getFileName());
    try {
      try (SeekableByteChannel channel =
          ours.newByteChannel(
              hidden,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              old.isPresent() ? new FileAttribute<?>[] {PRIVATE_FILE} : new FileAttribute<?>[0])) {
        Channels.newOutputStream(channel).write(content);
      }
      if (isPrivate(ours)) {
        PosixFileAttributeView file = view(ours, hidden);
        if (old.isPresent() && isHandedOn(old.get(), of(folder))) {
          giveTo(file, old.get());
        }
        if (mode.isPresent()) {
          file.setPermissions(mode.get());
        }
      }
      ours.move(hidden, folder, target.getFileName());
    } finally {
      // The move has used up the name.
      var unused = isDone(() -> ours.deleteFile(hidden));
    }
  }

  /** False if others exchanged the folder, or the file system has no owners or modes. */
  private static boolean isPrivate(SecureDirectoryStream<Path> ours) throws IOException {
    PosixFileAttributes stat = of(ours);
    return stat.owner().equals(user()) && stat.permissions().equals(PRIVATE_FOLDER);
  }

  /** True if another user's file keeps its owner; false if a third user could have put it there. */
  private boolean isHandedOn(PosixFileAttributes old, PosixFileAttributes folder)
      throws IOException {
    return old.owner().equals(user())
        || (isNamed && (old.owner().equals(folder.owner()) || isFolderTrusted()));
  }

  private boolean isFolderTrusted() throws IOException {
    try {
      var unused = PathTrust.ofThisUser().resolve(target.getParent());
      return true;
    } catch (UntrustedPathException e) {
      return false;
    }
  }

  /** Gives the file the old owner and group; without the old group it gets no group permissions. */
  private static void giveTo(PosixFileAttributeView file, PosixFileAttributes old)
      throws IOException {
    PosixFileAttributes now = file.readAttributes();
    Set<PosixFilePermission> rights = EnumSet.noneOf(PosixFilePermission.class);
    rights.addAll(old.permissions());
    if (!now.group().equals(old.group()) && !isDone(() -> file.setGroup(old.group()))) {
      rights.removeAll(PosixFilePermissions.fromString("---rwx---"));
    }
    if (!now.owner().equals(old.owner())) {
      // Only root may change owners; otherwise the file belongs to this user.
      var unused = isDone(() -> file.setOwner(old.owner()));
    }
    file.setPermissions(rights);
  }

  /** A change of attributes that may be refused. */
  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  private static boolean isDone(Change change) throws IOException {
    try {
      change.make();
      return true;
    } catch (FileSystemException e) {
      return false;
    }
  }

  private static Optional<PosixFileAttributes> regular(
      SecureDirectoryStream<Path> folder, Path name) throws IOException {
    try {
      return Optional.of(view(folder, name).readAttributes()).filter(f -> f.isRegularFile());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static PosixFileAttributeView view(SecureDirectoryStream<Path> folder, Path name) {
    return folder.getFileAttributeView(
        name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static PosixFileAttributes of(SecureDirectoryStream<Path> folder) throws IOException {
    return folder.getFileAttributeView(PosixFileAttributeView.class).readAttributes();
  }

  private static UserPrincipal user() throws IOException {
    return Files.getOwner(Path.of("/proc/self"));
  }
}
