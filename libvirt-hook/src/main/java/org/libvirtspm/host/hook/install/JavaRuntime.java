package org.libvirtspm.host.hook.install;

import java.nio.file.Path;

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
