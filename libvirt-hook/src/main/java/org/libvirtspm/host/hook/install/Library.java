package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Files;
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
 * One build's classes in a folder of their own: a running hook never sees half of two builds.
 *
 * @param folder made by us, and removed with all there is in it
 */
record Library(Path folder, List<Path> jars) {

  /** Of 100 ms each, so that hundreds of guests can start in the hook's deadline. */
  private static final int MOST_TURNS = 16;

  /** Marks a folder as ours, so that nothing else is ever removed. */
  private static final String MARK = "libvirt-spm-hook";

  /**
   * Puts classes and scripts into a new folder, which nobody else can enter until {@link #open}: a
   * file made under another's umask could be opened for writing before its mode is set.
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
    // The first is the queue for the others. Whoever can open one can keep others waiting.
    for (int turn = 0; turn <= library.turns(); turn++) {
      mode(Files.createFile(folder.resolve("turn." + turn)), "rw-------");
    }
    return library;
  }

  /** Lets others read what is complete. */
  void open() throws IOException {
    mode(folder, "rwxr-xr-x");
  }

  /**
   * Makes a folder and those above it, which only root may write to whatever the umask says.
   *
   * @throws UntrustedPathException if others could change what is in it
   */
  static void makeFolders(Path folder) throws IOException {
    Files.createDirectories(folder, attribute("rwxr-xr-x"));
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
  }

  private static FileAttribute<Set<PosixFilePermission>> attribute(String mode) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
  }

  /** Makes a file in it only root's to write, whatever the umask says: root runs what is in it. */
  void protect(String name) throws IOException {
    mode(folder.resolve(name), "rw-r--r--");
  }

  private static void mode(Path file, String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  /** How many hooks may run their Java at once; the more there are, the longer each takes. */
  int turns() {
    return Math.min(MOST_TURNS, 2 * Runtime.getRuntime().availableProcessors());
  }

  /** The class path. */
  String classPath() {
    return jars.stream().map(Path::toString).collect(Collectors.joining(":"));
  }

  static boolean isOurs(Path folder) {
    return Files.isRegularFile(folder.resolve(MARK));
  }

  /** Removes a folder of ours, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (isEmpty(folder)) {
      // Killed before it was marked, or after the mark was gone.
      Files.delete(folder);
      return;
    }
    if (!isOurs(folder)) {
      throw new IOException(folder + " is not ours to replace; remove it, or name another folder");
    }
    // The mark goes last, so that what is left of an interrupted removal is still known as ours.
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

  /** Removes what older builds left beside this one. */
  static void removeOthers(Path library, Path kept) throws IOException {
    try (Stream<Path> folders = Files.list(library)) {
      for (Path folder : folders.filter(f -> !f.equals(kept) && isOurs(f)).toList()) {
        remove(folder);
      }
    }
  }
}
