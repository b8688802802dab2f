package org.libvirtspm.host.hook.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationLockTest {

  @TempDir Path folder;

  @Test
  void whoWaitsForOneThatHangsIsTold() throws Exception {
    Path file = folder.resolve("lock");
    Process holder = holder(file);
    try {
      assertEquals('+', holder.getInputStream().read());
      IOException said =
          assertThrows(
              IOException.class,
              () -> InstallationLock.holding(file, Duration.ofMillis(300), () -> "done"));
      assertEquals(
          "another installation or removal of the hook has held "
              + file
              + " for 0 minutes; end it, and try again",
          said.getMessage());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    assertEquals("done", InstallationLock.holding(file, Duration.ofMillis(300), () -> "done"));
  }

  /** A lock keeps other processes away, not this one. */
  private static Process holder(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            InstallationLockTest.class.getName(),
            file.toString())
        .redirectError(Redirect.INHERIT)
        .start();
  }

  /** Holds a file until it is killed. */
  public static void main(String[] args) throws Exception {
    try (FileChannel channel =
        FileChannel.open(Path.of(args[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      var unused = channel.lock();
      System.out.print('+');
      System.out.flush();
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    }
  }
}
