package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.host.trust.PathTrust;
import org.libvirtspm.host.trust.UntrustedPathException;

/**
 * The classes of one build in a folder of their own, so that a running hook never mixes two builds.
 *
 * @param folder created by us, and removed with all its content
 */
record Library(Path folder, List<Path> jars) {

  /**
   * Most hooks that run Java at once. One takes about 100 ms, so hundreds of guests can start
   * within the hook's deadline.
   */
  private static final int MOST_TURNS = 16;

  /** Name of the file that marks a folder as ours; only such folders are removed. */
  private static final String MARK = "libvirt-spm-hook";

  /**
   * Copies classes and scripts into a new folder, closed to others until {@link #open}: with a wide
   * umask a file could be opened for writing before its mode is set.
   */
  static Library make(Path folder, ClassFiles classes) throws IOException {
    remove(folder);
    makeFolders(folder.getParent());
    Files.createDirectory(folder, attribute("rwx------"));
    Files.writeString(folder.resolve(MARK), "Made by virt-spm hook install.\n");
    Files.writeString(folder.resolve("jvm"), "jvm_trusted_only=yes\n" + Entry.resource("jvm"));
    Library library = new Library(folder, classes.copyTo(folder));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        library.protect(file.getFileName().toString());
      }
    }
    // turn.0 is the queue for the others. Readable by the owner only: whoever opens one can lock
    // it.
    for (int turn = 0; turn <= library.turns(); turn++) {
      mode(Files.createFile(folder.resolve("turn." + turn)), "rw-------");
    }
    return library;
  }

  /** Opens the complete folder to other users. */
  void open() throws IOException {
    mode(folder, "rwxr-xr-x");
  }

  /**
   * Creates a folder and its parents, readable by all and writable by their owner only, whatever
   * the umask.
   *
   * @throws IOException if others could change its content
   */
  static void makeFolders(Path folder) throws IOException {
    List<Path> made =
        Stream.iterate(folder.toAbsolutePath(), at -> !Files.exists(at), Path::getParent).toList();
    // Java 17 takes a link to a folder for a file that is in the way.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, attribute("rwxr-xr-x"));
    }
    try {
      var unused = PathTrust.ofThisUser().resolve(folder.toAbsolutePath());
    } catch (UntrustedPathException e) {
      throw new IOException(
          folder
              + " can't hold what "
              + PathTrust.ofThisUser().who()
              + " will run: "
              + e.getMessage()
              + "; name another folder, or set its owner and mode",
          e);
    }
    for (Path there : made) {
      mode(there, "rwxr-xr-x");
    }
  }

  private static FileAttribute<Set<PosixFilePermission>> attribute(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  /** Makes a file writable by its owner only, whatever the umask: root runs it. */
  void protect(String name) throws IOException {
    mode(folder.resolve(name), "rw-r--r--");
  }

  private static void mode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  /** Returns how many hooks may run Java at once; each slows the others down. */
  int turns() {
    return Math.min(MOST_TURNS, 2 * Runtime.getRuntime().availableProcessors());
  }

  /** Returns the class path. */
  String classPath() {
    return jars.stream().map(Path::toString).collect(Collectors.joining(":"));
  }

  static boolean isOurs(Path folder) {
    return Files.isRegularFile(folder.resolve(MARK));
  }

  /** Removes a folder of ours, if it exists. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (isEmpty(folder)) {
      // An installation was killed before it wrote the mark, or a removal after it deleted the
      // mark.
      Files.delete(folder);
      return;
    }
    if (!isOurs(folder)) {
      throw new IOException(folder + " is not ours to replace; remove it, or name another folder");
    }
    // The mark is deleted last, so that an interrupted removal can be continued.
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> !f.endsWith(MARK)).toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder.resolve(MARK));
    Files.delete(folder);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }

  /** Removes the folders of all builds, and the folder they are in if it is empty then. */
  static void removeAll(Path library) throws IOException {
    if (Files.isDirectory(library)) {
      removeOthers(library, library);
      removeIfEmpty(library);
    }
  }

  /** Removes an empty folder; a link to one stays, since it is an administrator's. */
  static void removeIfEmpty(Path folder) throws IOException {
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) && isEmpty(folder)) {
      Files.delete(folder);
    }
  }

  /** Removes the folders of other builds. */
  static void removeOthers(Path library, Path kept) throws IOException {
    try (Stream<Path> folders = Files.list(library)) {
      for (Path folder : folders.filter(f -> !f.equals(kept) && isOurs(f)).toList()) {
        remove(folder);
      }
    }
  }
}
