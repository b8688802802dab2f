package org.libvirtspm.guest;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.libvirtspm.host.demo.Instance;
import org.libvirtspm.host.demo.Testbed;
import org.libvirtspm.host.demo.Versions;
import org.libvirtspm.testbed.Prerequisites;
import org.libvirtspm.testbed.Summary;
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
    Testbed testbed = new Testbed(Prerequisites.require().testbed(), suite);
    Map<String, String> versions = testbed.build(System.err::println);
    Summary.versions(suite, versions);
    return new Bed(suite, testbed.start(), versions);
  }

  LibvirtVersion libvirt() {
    return Versions.libvirt(versions);
  }
}
