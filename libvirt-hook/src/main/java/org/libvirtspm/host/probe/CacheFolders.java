package org.libvirtspm.host.probe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Folders of the probe cache: root's is read by everyone, other users have their own. */
final class CacheFolders {

  /** Name of our folder inside a cache folder. */
  static final String NAME = "libvirt-spm";

  private static final Path SYSTEM = Path.of("/var/cache", NAME, "probe");

  /** Environment variable that names another folder, for tests. */
  private static final String OVERRIDE = "VIRT_SPM_PROBE_CACHE";

  private CacheFolders() {}

  /** Returns the folder to write to, followed by further folders to read. */
  static List<Path> ofThisUser() {
    String override = System.getenv(OVERRIDE);
    if (override != null && !override.isEmpty()) {
      return List.of(Path.of(override));
    }
    List<Path> folders = new ArrayList<>();
    if (!isRoot()) {
      folders.add(usersCache().resolve(NAME).resolve("probe"));
    }
    folders.add(SYSTEM);
    return folders;
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path usersCache() {
    String given = System.getenv("XDG_CACHE_HOME");
    return given == null || !given.startsWith("/")
        ? Path.of(System.getProperty("user.home"), ".cache")
        : Path.of(given);
  }
}
