package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The two folders that the classes of a build can have. One is made anew while hooks that run load
 * classes from the other.
 *
 * @param library the folder of all builds
 * @param build names classes and Java
 */
record BuildFolders(Path library, String build) {

  static BuildFolders of(Path library, String version, ClassFiles classes, JavaRuntime runtime)
      throws IOException {
    String java = Runtime.version() + "-" + Integer.toHexString(runtime.java().hashCode());
    return new BuildFolders(library, version + "-" + classes.checksum() + "-java" + java);
  }

  private Path first() {
    return library.resolve(build);
  }

  private Path second() {
    return library.resolve(build + "-again");
  }

  boolean contains(Path folder) {
    return folder.equals(first()) || folder.equals(second());
  }

  /** Returns the one that is not in use, given the folder that the script names. */
  Path free(Optional<String> named) {
    boolean isUsed = named.equals(Optional.of(first().toString())) && Library.isOurs(first());
    return isUsed ? second() : first();
  }
}
