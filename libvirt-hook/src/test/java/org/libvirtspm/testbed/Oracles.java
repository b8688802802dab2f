package org.libvirtspm.testbed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

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
    return TestbedRunner.start(Prerequisites.require(), suite);
  }
}
