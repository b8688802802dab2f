package org.libvirtspm.engines.cloudstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run of the agent in a JVM of its own.
 *
 * @param answer the XML that libvirt would get
 * @param log what the agent's logger wrote
 */
record AgentRun(String answer, String log) {

  /** Runs with that JVM; {@code virtSpm} is the program the script calls. */
  static AgentRun of(Path jdk, Path virtSpm, String xml, Path folder) throws Exception {
    return of(jdk, virtSpm, xml, folder, 60);
  }

  /** Runs with another time limit for the program. */
  static AgentRun of(Path jdk, Path virtSpm, String xml, Path folder, int seconds)
      throws Exception {
    Path input = Files.writeString(folder.resolve("input.xml"), xml);
    Path log = folder.resolve("log");
    ProcessBuilder builder =
        new ProcessBuilder(
            jdk.resolve("bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Dvirt-spm.seconds=" + seconds,
            "-Dfile.encoding=ISO-8859-1",
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Agent.class.getName(),
            Path.of("").toAbsolutePath().toString());
    builder.environment().put("VIRT_SPM", virtSpm.toString());
    Path answer = folder.resolve("answer.xml");
    builder.redirectInput(input.toFile()).redirectOutput(answer.toFile());
    int status = builder.redirectError(log.toFile()).start().waitFor();
    if (status != 0) {
      throw new IOException("the agent ended with status " + status + ": " + Files.readString(log));
    }
    return new AgentRun(Files.readString(answer), Files.readString(log));
  }

  /** The JDKs of this machine that CloudStack's agent runs on, 11 and 17, and our own. */
  static List<Path> jdks() {
    List<Path> jdks = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    Path installed = Path.of("/usr/lib/jvm");
    if (Files.isDirectory(installed)) {
      try (Stream<Path> folders = Files.list(installed)) {
        folders.filter(f -> !Files.isSymbolicLink(f) && isAgents(f)).forEach(jdks::add);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return jdks;
  }

  private static boolean isAgents(Path jdk) {
    try {
      String release = Files.readString(jdk.resolve("release"));
      return release.contains("JAVA_VERSION=\"17.") || release.contains("JAVA_VERSION=\"11.");
    } catch (IOException e) {
      return false;
    }
  }
}
