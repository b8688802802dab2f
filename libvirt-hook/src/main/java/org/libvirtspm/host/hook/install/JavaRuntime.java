package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.libvirtspm.host.trust.PathTrust;
import org.libvirtspm.host.trust.UntrustedPathException;

/**
 * The Java for the hook: the one that runs the installation.
 *
 * @param feature feature version, such as 25
 */
record JavaRuntime(Path java, int feature) {

  private static final int FIRST_WITH_CACHE = 25;

  static JavaRuntime current() {
    Path home = Path.of(System.getProperty("java.home"));
    return new JavaRuntime(home.resolve("bin/java"), Runtime.version().feature());
  }

  /** Refuses a Java that users other than root and this user could change. */
  void checkOwners() throws IOException {
    Path home = java.getParent().getParent();
    try (Stream<Path> files = Files.walk(home.toRealPath())) {
      checkOwner(java);
      for (Path file : files.toList()) {
        checkOwner(file);
      }
    } catch (UntrustedPathException e) {
      throw new IOException(
          "the hook would run on the Java in "
              + home
              + ", which is not safe: "
              + e.getMessage()
              + "; install a JRE of the distribution's, and unset JAVA_HOME",
          e);
    }
  }

  /** Checks a file's owner; ignores dangling links, such as to missing sources. */
  private static void checkOwner(Path file) throws IOException {
    try {
      var unused = PathTrust.ofThisUser().resolve(file);
    } catch (NoSuchFileException e) {
      if (!Files.isSymbolicLink(file)) {
        throw e;
      }
    }
  }

  /**
   * Returns options for short runs: little compilation, no statistics, no output on standard
   * output, which carries documents. The process ends on an OutOfMemoryError.
   */
  String options() {
    return "-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=5"
        + " -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError -Xms8m -Xlog:disable";
  }

  /** Returns the option that makes a start-up archive. */
  String makesArchive() {
    return feature >= FIRST_WITH_CACHE ? "-XX:AOTCacheOutput" : "-XX:ArchiveClassesAtExit";
  }

  /** Returns the option that uses one. */
  String usesArchive() {
    return feature >= FIRST_WITH_CACHE ? "-XX:AOTCache" : "-XX:SharedArchiveFile";
  }
}
