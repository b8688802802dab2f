package org.libvirtspm.host.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a run reads from and writes to.
 *
 * @param out carries documents and asked-for help only
 * @param interactive whether somebody watches {@code err}
 * @param debug whether an internal error is shown in full
 */
record Terminal(
    InputStream in, OutputStream out, PrintStream err, boolean interactive, boolean debug) {

  /** Set by the launcher, since Java can't tell whether standard error is a terminal. */
  private static final String STDERR_IS_TERMINAL = "virt-spm.terminal";

  private static final String DEBUG = "VIRT_SPM_DEBUG";

  /** The streams of this process; standard output unbuffered, so that its failures are seen. */
  static Terminal ofProcess() {
    return new Terminal(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        new FileOutputStream(FileDescriptor.out),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
        Boolean.getBoolean(STDERR_IS_TERMINAL),
        "1".equals(System.getenv(DEBUG)));
  }
}
