package org.libvirtspm.testbed;

import java.io.IOException;
import java.nio.file.Path;

/** A libvirt to ask: where its shared folder is, and virsh reading commands in there. */
interface VirshRunner {
  /** The folder for documents, as this machine sees it. */
  Path shared();

  /** The same folder as that libvirt sees it. */
  String sharedInside();

  /** Runs virsh with these commands on its standard input; both its outputs come back as one. */
  String run(String commands) throws IOException, InterruptedException;
}
