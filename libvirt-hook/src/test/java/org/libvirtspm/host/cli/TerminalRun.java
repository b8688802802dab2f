package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One run of the command with a terminal of its own for standard output and error. */
record TerminalRun(int status, String shown) {

  /**
   * Runs a line of words as the shell takes them.
   *
   * @param folder for files of the run
   * @param environment on top of this process's
   */
  static TerminalRun of(Path folder, Map<String, String> environment, String words)
      throws IOException, InterruptedException {
    String java =
        "exec '%s/bin/java' -cp '%s' %s %s"
            .formatted(
                System.getProperty("java.home"),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(),
                words);
    Path line = Files.writeString(folder.resolve("line"), java);
    Path shown = folder.resolve("shown");
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/script", "-qec", "/bin/sh " + line, "/dev/null")
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(shown.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().putAll(environment);
    Process run = builder.start();
    assertTrue(run.waitFor(120, TimeUnit.SECONDS), "it ends");
    return new TerminalRun(run.exitValue(), Files.readString(shown));
  }
}
