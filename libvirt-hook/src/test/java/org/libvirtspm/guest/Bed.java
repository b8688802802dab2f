package org.libvirtspm.guest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.libvirtspm.host.demo.Checkout;
import org.libvirtspm.host.demo.Instance;
import org.libvirtspm.host.demo.Testbed;
import org.libvirtspm.host.demo.Versions;
import org.libvirtspm.translator.LibvirtVersion;

/** An instance of the testbed that all tests of a run share; it ends with their process. */
record Bed(String suite, Instance instance, Map<String, String> versions) {

  private static final Map<String, Bed> OPEN = new HashMap<>();

  /** The bed of a suite; without root or a testbed the test is aborted, or fails if CI=true. */
  static synchronized Bed of(String suite) throws IOException {
    Bed open = OPEN.get(suite);
    if (open == null) {
      open = start(suite);
      OPEN.put(suite, open);
    }
    return open;
  }

  private static Bed start(String suite) throws IOException {
    if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      missing("the testbed needs root");
    }
    if (!Files.exists(Path.of("/etc/debian_version"))) {
      missing("the testbed needs a Debian-family machine");
    }
    Testbed testbed = new Testbed(Checkout.ofRunningCode().orElseThrow().testbed(), suite);
    Map<String, String> versions = testbed.build(System.err::println);
    Summary.versions(suite, versions);
    return new Bed(suite, testbed.start(), versions);
  }

  private static void missing(String reason) {
    if ("true".equals(System.getenv("CI"))) {
      throw new AssertionError(reason);
    }
    Assumptions.abort(reason);
  }

  LibvirtVersion libvirt() {
    return Versions.libvirt(versions);
  }
}
