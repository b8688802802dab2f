package org.libvirtspm.host.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.trust.PathTrust;

/**
 * A cached probe result: a file of lines per emulator path, overwritten after an update of the
 * emulator.
 */
record CacheEntry(EmulatorFile file, EmulatorFacts facts) {

  /** Changed whenever the meaning of the lines or the probe changes. */
  private static final String FORMAT = "libvirt-spm probe 1";

  private static final FileAttribute<Set<PosixFilePermission>> FOLDER_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x"));

  private static final FileAttribute<Set<PosixFilePermission>> FILE_MODE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--"));

  /** Returns the entry for this state of the file; empty if there is none that can be trusted. */
  static Optional<CacheEntry> read(Path folder, EmulatorFile file) {
    try {
      Path entry = PathTrust.ofThisUser().resolve(folder.resolve(nameOf(file)).toAbsolutePath());
      if (!Files.isRegularFile(entry)) {
        return Optional.empty();
      }
      List<String> lines = Files.readAllLines(entry, StandardCharsets.UTF_8);
      return lines.size() == 6 && lines.subList(0, 4).equals(key(file))
          ? Optional.of(new CacheEntry(file, new EmulatorFacts(lines.get(4), words(lines.get(5)))))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes the entry, if nobody else can write to the folder. */
  void write(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, FOLDER_MODE);
    }
    Path ours = PathTrust.ofThisUser().resolve(folder.toAbsolutePath());
    Path beside = Files.createTempFile(ours, ".entry", ".tmp", FILE_MODE);
    try {
      Files.write(beside, lines(), StandardCharsets.UTF_8);
      Files.move(beside, ours.resolve(nameOf(file)), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private List<String> lines() {
    List<String> key = key(file);
    return List.of(
        key.get(0),
        key.get(1),
        key.get(2),
        key.get(3),
        facts.version(),
        String.join(" ", facts.dialects()));
  }

  private static List<String> key(EmulatorFile file) {
    return List.of(
        FORMAT,
        file.path().toString(),
        Long.toString(file.size()),
        Long.toString(file.modifiedNanos()));
  }

  private static List<String> words(String line) {
    return line.isEmpty() ? List.of() : List.of(line.split(" ", -1));
  }

  /** Returns the file name, a hash: the entry contains the path, which resolves collisions. */
  private static String nameOf(EmulatorFile file) {
    String path = file.path().toString();
    return file.path().getFileName() + "-" + Integer.toHexString(path.hashCode());
  }
}
