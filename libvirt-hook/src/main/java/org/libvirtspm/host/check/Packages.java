package org.libvirtspm.host.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks the host's package manager where a file came from. */
public final class Packages {

  private static final int LIMIT_SECONDS = 10;

  private Packages() {}

  /** The package and its version, such as {@code ovmf 2026.08+ds-2}; empty when none is known. */
  public static Optional<String> of(String file) {
    return ofExactly(file)
        .or(
            () ->
                Optional.of(real(file)).filter(r -> !r.equals(file)).flatMap(Packages::ofExactly));
  }

  private static Optional<String> ofExactly(String file) {
    return run("dpkg-query", "-S", file)
        .map(found -> found.substring(0, found.indexOf(':')))
        .flatMap(name -> run("dpkg-query", "-W", "-f", "${Package} ${Version}", name))
        .or(() -> run("rpm", "-qf", "--qf", "%{NAME} %{VERSION}-%{RELEASE}", file));
  }

  private static String real(String file) {
    try {
      return Path.of(file).toRealPath().toString();
    } catch (IOException e) {
      return file;
    }
  }

  /** What a program prints when it succeeds; empty when it fails or is not there. */
  static Optional<String> run(String... command) {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      process.getOutputStream().close();
      String out =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0 && !out.isEmpty()
          ? Optional.of(out)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
