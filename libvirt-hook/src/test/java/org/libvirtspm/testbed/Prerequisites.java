package org.libvirtspm.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.libvirtspm.host.demo.Checkout;

/** What the testbed needs: where it is missing a test is aborted, and fails if CI=true. */
public final class Prerequisites {

  private Prerequisites() {}

  /** Goes on only where the testbed can run, and is wanted; returns the tree that has it. */
  public static Checkout require() throws IOException {
    require(System.getenv("LIBVIRT_SPM_FAST") == null, "the testbed is left out, as asked");
    require(isRoot(), "the testbed needs root");
    require(
        Files.exists(Path.of("/etc/debian_version")), "the testbed needs a Debian-family machine");
    return Checkout.ofRunningCode().orElseThrow();
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  /** Goes on only where a condition holds. */
  public static void require(boolean there, String reason) {
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(reason);
    }
    Assumptions.assumeTrue(there, reason);
  }
}
