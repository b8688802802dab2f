package org.libvirtspm.engines.cloudstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A run of the agent in a JVM of its own.
 *
 * @param answer the XML that libvirt would get
 * @param log what the agent's logger wrote
 */
record AgentRun(String answer, String log) {

  private static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  /** Runs with that JVM; {@code virtSpm} is the program the script calls. */
  static AgentRun of(Path jdk, Path virtSpm, String xml, Path folder) throws Exception {
    return of(jdk, virtSpm, xml, folder, 60, "transform");
  }

  /** Runs with another time limit for the program, and another method of the script. */
  static AgentRun of(Path jdk, Path virtSpm, String xml, Path folder, int seconds, String method)
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
            agentForJava11(folder) + ":" + CLASS_PATH,
            Agent.class.getName(),
            Path.of("").toAbsolutePath().toString(),
            method);
    builder.environment().put("VIRT_SPM", virtSpm.toString());
    Path answer = folder.resolve("answer.xml");
    builder.redirectInput(input.toFile()).redirectOutput(answer.toFile());
    int status = builder.redirectError(log.toFile()).start().waitFor();
    if (status != 0) {
      throw new IOException("the agent ended with status " + status + ": " + Files.readString(log));
    }
    // Java 11 warns of what Groovy does to it.
    String logged =
        Files.readAllLines(log).stream()
            .filter(line -> !line.startsWith("WARNING: "))
            .collect(Collectors.joining("\n"));
    return new AgentRun(Files.readString(answer), logged);
  }

  /** What the tests are compiled for is newer. */
  private static Path agentForJava11(Path folder) {
    Path source = Path.of("src/test/java", Agent.class.getName().replace('.', '/') + ".java");
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                List.of(
                        "--release",
                        "11",
                        "-proc:none",
                        "-cp",
                        CLASS_PATH,
                        "-d",
                        folder.toString(),
                        source.toString())
                    .toArray(String[]::new));
    if (status != 0) {
      throw new IllegalStateException(source + " cannot be compiled for Java 11");
    }
    return folder;
  }

  /** The JDKs of this machine that CloudStack's agent runs on, 11 and 17, and our own. */
  static List<Path> jdks() {
    List<Path> jdks = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"))));
    String cache = System.getenv().getOrDefault("LIBVIRT_SPM_CACHE", "/var/cache/libvirt-spm");
    for (Path installed : List.of(Path.of("/usr/lib/jvm"), Path.of(cache))) {
      if (Files.isDirectory(installed)) {
        try (Stream<Path> folders = Files.list(installed)) {
          folders.filter(f -> !Files.isSymbolicLink(f) && isAgents(f)).forEach(jdks::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
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
