package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** Runs virsh. */
record Virsh(Terminal terminal) {

  private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9-]*");

  /** Output and exit status of virsh. */
  record Printed(int status, String out, String err) {}

  /** Runs virsh with this process's streams. */
  ExitStatus run(List<String> args) throws IOException {
    return status(waitFor(start(args, true)));
  }

  /** Runs virsh and captures its output. */
  Printed capture(List<String> args) throws IOException {
    Process process = start(args, false);
    CompletableFuture<String> err =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
              } catch (IOException e) {
                return "";
              }
            });
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Printed(waitFor(process), out, err.join());
  }

  /** True if virsh has a command, or a group of commands, of this name; it connects to nothing. */
  boolean hasCommand(String name) throws IOException {
    return COMMAND.matcher(name).matches() && capture(List.of("help", name)).status() == 0;
  }

  /** Exit status of virsh for any failure. */
  static ExitStatus status(int code) {
    return code == 0 ? ExitStatus.FINE : ExitStatus.FAILED;
  }

  private static Process start(List<String> args, boolean ownStreams) throws IOException {
    List<String> command = new ArrayList<>(List.of("virsh"));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command);
    if (ownStreams) {
      builder.inheritIO();
    } else {
      builder.redirectInput(ProcessBuilder.Redirect.INHERIT);
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new IOException(
          "virsh can't be run; the package is libvirt-clients on Debian, libvirt-client on Fedora",
          e);
    }
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while virsh ran", e);
    }
  }
}
