package org.libvirtspm.host.qmp;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An emulator process for QMP only, without machine, devices and display. */
final class EmulatorProcess implements AutoCloseable {

  /** An exchange with the emulator over its output and input. */
  interface Conversation<T> {
    T hold(InputStream from, OutputStream to) throws IOException;
  }

  private static final int STDERR_KEPT = 4096;

  private final Process process;
  private final MarkedProcesses marked;
  private final Thread killer = new Thread(this::kill, "emulator-killer");
  private final FutureTask<String> lastWords = new FutureTask<>(this::readLastWords);

  private EmulatorProcess(Process process, MarkedProcesses marked) {
    this.process = process;
    this.marked = marked;
  }

  /**
   * Starts the emulator in / with an empty environment, since variables could make it load or read
   * files. It ends with this process, unless that is killed.
   */
  static EmulatorProcess start(Path emulator) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            emulator.toString(),
            "-machine",
            "none",
            "-nodefaults",
            "-display",
            "none",
            "-qmp",
            "stdio");
    builder.directory(new File("/"));
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C");
    MarkedProcesses marked = MarkedProcesses.create();
    marked.mark(builder.environment());
    EmulatorProcess started = new EmulatorProcess(builder.start(), marked);
    Runtime.getRuntime().addShutdownHook(started.killer);
    startDaemon(started.lastWords);
    return started;
  }

  /** Runs the exchange in a thread of its own, since reading from a pipe has no time limit. */
  <T> T converse(Duration limit, Conversation<T> conversation)
      throws IOException, TimeoutException, InterruptedException {
    FutureTask<T> talk =
        new FutureTask<>(
            () -> conversation.hold(process.getInputStream(), process.getOutputStream()));
    startDaemon(talk);
    try {
      return talk.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  /** Describes exit status and last error line, for a message. */
  String obituary() throws InterruptedException {
    if (!process.waitFor(1, TimeUnit.SECONDS)) {
      return "stopped talking";
    }
    String words = lastWords();
    return "ended with status " + process.exitValue() + (words.isEmpty() ? "" : ": " + words);
  }

  private String lastWords() throws InterruptedException {
    try {
      return lastWords.get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      return "";
    }
  }

  /** Reads standard error to its end, so that the emulator never blocks, and keeps one line. */
  private String readLastWords() throws IOException {
    StringBuilder kept = new StringBuilder();
    byte[] buffer = new byte[STDERR_KEPT];
    InputStream stderr = process.getErrorStream();
    for (int n = stderr.read(buffer); n >= 0; n = stderr.read(buffer)) {
      kept.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      kept.delete(0, Math.max(0, kept.length() - STDERR_KEPT));
    }
    String text = kept.toString().strip();
    String last = text.substring(text.lastIndexOf('\n') + 1);
    return last.endsWith(".") ? last.substring(0, last.length() - 1) : last;
  }

  @Override
  public void close() {
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // The JVM is shutting down: the shutdown hook kills the process.
    }
  }

  /** Kills all descendants, including background processes of a wrapper script. */
  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    marked.kill();
  }

  private static void startDaemon(Runnable work) {
    Thread thread = new Thread(work, "emulator");
    thread.setDaemon(true);
    thread.start();
  }
}
