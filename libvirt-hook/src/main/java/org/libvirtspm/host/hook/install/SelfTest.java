package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Self-test: runs the hook as libvirt does, right after it is installed. A hook that fails for
 * domains without SPM would keep every guest of the host from starting.
 */
final class SelfTest {

  private static final long SECONDS = 60;

  private static final String PLAIN = "<domain><name>trial</name></domain>\n";

  /** A comment that the script's text search takes for SPM, so that Java is started. */
  private static final String IN_COMMENT =
      "<domain><!-- <a xmlns='https://libvirt-spm.org/xmlns/domain/1.0'/> --></domain>\n";

  private SelfTest() {}

  /**
   * Runs the hook with domains that must start.
   *
   * @throws IOException if one is refused, with the hook's message
   */
  static void of(Path program) throws IOException, InterruptedException {
    for (String document : new String[] {PLAIN, IN_COMMENT}) {
      start(program, document);
    }
  }

  private static void start(Path program, String document)
      throws IOException, InterruptedException {
    Path words = Files.createTempFile("virt-spm", ".txt");
    Path input = Files.writeString(Files.createTempFile("virt-spm", ".xml"), document);
    try {
      ProcessBuilder builder =
          new ProcessBuilder(program.toString(), "trial", "prepare", "begin", "-")
              .redirectInput(input.toFile())
              .redirectOutput(Redirect.DISCARD)
              .redirectError(words.toFile());
      builder.environment().clear();
      builder
          .environment()
          .putAll(
              Map.of(
                  "LC_ALL", "C", "PATH", "/usr/sbin:/usr/bin:/sbin:/bin", "VIRT_SPM_TRIAL", "1"));
      Process process = builder.start();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException(
            "the hook refuses a domain that declares no Specific Purpose Memory: "
                + Files.readString(words, StandardCharsets.UTF_8).strip());
      }
    } finally {
      Files.deleteIfExists(words);
      Files.deleteIfExists(input);
    }
  }
}
