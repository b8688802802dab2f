package org.libvirtspm.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;
import org.libvirtspm.host.demo.Checkout;

/** Finds the libvirts to ask; without one a test is aborted, or fails where CI=true. */
final class Oracles {
  private static final Map<String, Oracle> OPEN = new ConcurrentHashMap<>();

  private Oracles() {}

  /**
   * The oracle of a Debian suite: an instance of the testbed.
   *
   * <p>{@code LIBVIRT_SPM_ORACLE}, in the environment or as the property spm.oracle, may name a
   * folder that holds a ready root for each suite instead.
   */
  static synchronized Oracle of(String suite) throws IOException {
    Oracle known = OPEN.get(suite);
    if (known == null) {
      known = new Oracle(runner(suite));
      OPEN.put(suite, known);
    }
    return known;
  }

  private static VirshRunner runner(String suite) throws IOException {
    String folder =
        System.getProperty("spm.oracle", System.getenv().getOrDefault("LIBVIRT_SPM_ORACLE", ""));
    if (!folder.isEmpty()) {
      return new ChrootRunner(Path.of(folder, suite));
    }
    Optional<Checkout> checkout = Checkout.ofRunningCode();
    if (checkout.isEmpty() || !isRoot() || !Files.exists(Path.of("/etc/debian_version"))) {
      missing("the testbed needs root on a Debian-family machine");
    }
    return TestbedRunner.start(checkout.orElseThrow(), suite);
  }

  private static boolean isRoot() throws IOException {
    return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
  }

  private static void missing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(reason);
    }
    Assumptions.abort(reason);
  }
}
