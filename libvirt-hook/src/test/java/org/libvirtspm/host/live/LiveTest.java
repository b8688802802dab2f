package org.libvirtspm.host.live;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests on the libvirt of the shared host: it has no domains before and after each. */
abstract class LiveTest {

  /** The host that runs it. */
  LiveHost host;

  @BeforeAll
  static void needHost() throws IOException {
    LiveHost.get();
  }

  @BeforeEach
  final void findHost() throws IOException {
    host = LiveHost.get();
  }

  @AfterEach
  final void removeDomains() {
    for (String name : host.virsh("list", "--all", "--name").split("\n", -1)) {
      if (!name.isEmpty()) {
        host.run("virsh", "destroy", name);
        host.run("virsh", "undefine", "--nvram", "--managed-save", name);
      }
    }
  }
}
