package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process that has ended, and what it printed. */
record LiveRun(int status, String out, String err) {

  /** Runs to the end, at most so many seconds. */
  static LiveRun of(
      List<String> command, String input, Map<String, String> variables, int seconds) {
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      Path in = Files.writeString(Files.createTempFile("in", ".txt"), input);
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectInput(in.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().putAll(variables);
      Process process = builder.start();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " did not end in " + seconds + " seconds");
      }
      LiveRun run = new LiveRun(process.exitValue(), Files.readString(out), Files.readString(err));
      for (Path file : List.of(in, out, err)) {
        Files.delete(file);
      }
      return run;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Insists on exit status 0. */
  LiveRun assertFine() {
    return assertStatus(0);
  }

  /** Insists on an exit status. */
  LiveRun assertStatus(int expected) {
    assertEquals(expected, status, () -> out + err);
    return this;
  }
}
