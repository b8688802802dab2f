package org.libvirtspm.host.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs programs to their end; output goes to files, so that none can block. */
final class Programs {

  private Programs() {}

  /** Runs a program without input. */
  static Outcome run(List<String> command) throws IOException {
    return run(command, new byte[0]);
  }

  /** Runs a program with standard input. */
  static Outcome run(List<String> command, byte[] input) throws IOException {
    Path errors = Files.createTempFile("virt-spm", ".err");
    try {
      Process process = start(new ProcessBuilder(command).redirectError(errors.toFile()), input);
      String output = text(process.getInputStream());
      int status = end(process);
      return new Outcome(String.join(" ", command), status, output, Files.readString(errors));
    } finally {
      Files.delete(errors);
    }
  }

  /** Runs a program and passes on each line of its standard error. */
  static Outcome watch(List<String> command, Consumer<String> progress) throws IOException {
    Path output = Files.createTempFile("virt-spm", ".out");
    try {
      Process process =
          start(new ProcessBuilder(command).redirectOutput(output.toFile()), new byte[0]);
      StringBuilder errors = new StringBuilder();
      try (var reader = process.errorReader(StandardCharsets.UTF_8)) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          errors.append(line).append('\n');
          progress.accept(line);
        }
      }
      int status = end(process);
      return new Outcome(
          String.join(" ", command), status, Files.readString(output), errors.toString());
    } finally {
      Files.delete(output);
    }
  }

  private static Process start(ProcessBuilder builder, byte[] input) throws IOException {
    Process process = builder.start();
    try (OutputStream to = process.getOutputStream()) {
      to.write(input);
    } catch (IOException e) {
      // It has ended without reading, and tells why.
    }
    return process;
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static int end(Process process) throws InterruptedIOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
