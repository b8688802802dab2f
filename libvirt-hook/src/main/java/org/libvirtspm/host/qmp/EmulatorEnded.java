package org.libvirtspm.host.qmp;

import java.io.IOException;

/** The emulator closed its standard output. */
final class EmulatorEnded extends IOException {

  private static final long serialVersionUID = 1L;

  EmulatorEnded() {
    super("the emulator ended the conversation");
  }
}
