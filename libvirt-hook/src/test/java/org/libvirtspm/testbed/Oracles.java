package org.libvirtspm.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Assumptions;

/** Finds the libvirts to ask; without one a test is aborted, or fails where CI=true. */
final class Oracles {
  private static final Map<String, Oracle> OPEN = new ConcurrentHashMap<>();

  private Oracles() {}

  /**
   * The oracle of a Debian suite.
   *
   * <p>{@code LIBVIRT_SPM_ORACLE}, in the environment or as the property spm.oracle, names the
   * folder that holds a root for each suite.
   */
  static Oracle of(String suite) throws IOException {
    String folder =
        System.getProperty("spm.oracle", System.getenv().getOrDefault("LIBVIRT_SPM_ORACLE", ""));
    if (folder.isEmpty()) {
      missing("LIBVIRT_SPM_ORACLE names no folder of libvirt roots");
    }
    Path root = Path.of(folder, suite);
    if (!Files.isExecutable(root.resolve("usr/bin/virsh"))) {
      missing(root + " has no usr/bin/virsh");
    }
    Oracle known = OPEN.get(suite);
    if (known == null) {
      known = new Oracle(new ChrootRunner(root));
      OPEN.put(suite, known);
    }
    return known;
  }

  private static void missing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(reason);
    }
    Assumptions.abort(reason);
  }
}
