package org.libvirtspm.host.cli;

import java.io.IOException;
import org.libvirtspm.host.Printable;

/** Tells of what went wrong, in one sentence each: nobody is shown a stack trace unasked. */
final class Failures {

  private Failures() {}

  /** Says what the host refused; a reader that went away is no news to anybody. */
  static ExitStatus report(IOException e, Terminal terminal) {
    if (!isBrokenPipe(e)) {
      terminal.err().println("virt-spm: error: " + Printable.text(e.getMessage()));
    }
    return showInFull(e, terminal);
  }

  /** Admits an error of ours and asks for a report. */
  static ExitStatus reportBug(Throwable e, Terminal terminal) {
    String what =
        e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    terminal
        .err()
        .println(
            "virt-spm: error: this is a bug in virt-spm "
                + Version.text()
                + " ("
                + Printable.text(what)
                + "); please report it as CONTRIBUTING.md says, with the document and what"
                + " VIRT_SPM_DEBUG=1 adds to this line");
    return showInFull(e, terminal);
  }

  private static ExitStatus showInFull(Throwable e, Terminal terminal) {
    if (terminal.debug()) {
      e.printStackTrace(terminal.err());
    }
    return ExitStatus.FAILED;
  }

  private static boolean isBrokenPipe(IOException e) {
    return e.getCause() instanceof IOException cause && "Broken pipe".equals(cause.getMessage());
  }
}
