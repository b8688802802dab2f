package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.libvirtspm.host.trust.PathTrust;
import org.libvirtspm.host.trust.UntrustedPathException;

/**
 * The Java that the hook will run on: the one that installs it.
 *
 * @param feature its version, such as 25
 */
record JavaRuntime(Path java, int feature) {

  private static final int FIRST_WITH_CACHE = 25;

  static JavaRuntime current() {
    Path home = Path.of(System.getProperty("java.home"));
    return new JavaRuntime(home.resolve("bin/java"), Runtime.version().feature());
  }

  /**
   * Refuses a Java that others than root, or than this user, could change: the hook would run what
   * they put there.
   */
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

  /** A link to a file that is not there, such as to the sources, is nothing that Java loads. */
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
   * For short runs: what runs a few times is not compiled, no statistics, and never a word on
   * standard output, which carries documents. An out of memory error ends the process.
   */
  String options() {
    return "-XX:+IgnoreUnrecognizedVMOptions -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=5"
        + " -XX:-UsePerfData -XX:+ExitOnOutOfMemoryError -Xms8m -Xlog:disable";
  }

  /** The option that makes a start-up archive. */
  String makesArchive() {
    return feature >= FIRST_WITH_CACHE ? "-XX:AOTCacheOutput" : "-XX:ArchiveClassesAtExit";
  }

  /** The option that uses it. */
  String usesArchive() {
    return feature >= FIRST_WITH_CACHE ? "-XX:AOTCache" : "-XX:SharedArchiveFile";
  }
}
