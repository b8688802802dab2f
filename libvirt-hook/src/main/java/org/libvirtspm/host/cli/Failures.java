package org.libvirtspm.host.cli;

import java.io.IOException;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.apply.DomainFailure;
import org.libvirtspm.host.libvirt.LibvirtFailure;

/** Tells of what went wrong, in one sentence each: nobody is shown a stack trace unasked. */
final class Failures {

  private Failures() {}

  /** Says what the host refused; a reader that went away is no news to anybody. */
  static ExitStatus report(IOException e, Terminal terminal) {
    if (!isBrokenPipe(e)) {
      terminal.err().println("virt-spm: error: " + Printable.text(e.getMessage()));
    }
    var unused = showInFull(e, terminal);
    return e instanceof LibvirtFailure f && f.kind() == LibvirtFailure.Kind.BAD_URI
        ? ExitStatus.REFUSED
        : ExitStatus.FAILED;
  }

  /** Says which domain could not be looked at. */
  static ExitStatus report(DomainFailure failure, Terminal terminal) {
    terminal.err().println("virt-spm: error: " + Printable.text(failure.sentence()));
    return showInFull(failure.cause(), terminal);
  }

  /** Says that a document is too large for the memory that Java may use. */
  static ExitStatus reportMemory(OutOfMemoryError e, Terminal terminal) {
    terminal.err().println("virt-spm: error: the document is too large: " + DomainFailure.memory());
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
