package org.libvirtspm.host.hook;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Translates one domain with {@code virt-spm apply} and saves the reason if that fails. */
public final class ReapplyMain {

  private static final int ATTEMPTS = 3;
  private static final long SECONDS = 60;

  private ReapplyMain() {}

  /** Takes the file for the reason, the daemon's URI and the domain's UUID. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Path failure = Path.of(args[0]);
    String reason = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      // libvirt may still hold the domain for the refused start.
      TimeUnit.MILLISECONDS.sleep(200L * attempt);
      reason = apply(args[1], args[2]);
      if (reason.isEmpty()) {
        break;
      }
    }
    BackgroundApply.remember(failure, reason);
  }

  /** Runs the command once; returns the reason of a failure, empty on success. */
  private static String apply(String uri, String uuid) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(BackgroundApply.java());
    command.addAll(List.of("org.libvirtspm.host.cli.Main", "apply", "-c", uri, uuid));
    Path said = Files.createTempFile("virt-spm", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(said.toFile())
              .start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return "libvirt gave no answer in " + SECONDS + " seconds";
      }
      String words = Files.readString(said, StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 ? "" : words.isEmpty() ? "no reason was given" : words;
    } finally {
      Files.deleteIfExists(said);
    }
  }
}
