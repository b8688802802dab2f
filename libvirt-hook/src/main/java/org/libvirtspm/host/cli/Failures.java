package org.libvirtspm.host.cli;

import java.io.IOException;
import org.libvirtspm.host.apply.DomainFailure;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.qmp.ProbeFailure;

/** Reports failures in one sentence each; stack traces only on request. */
final class Failures {

  private Failures() {}

  /** Reports a failure of the host. A closed pipe on standard output is not reported. */
  static ExitStatus report(IOException e, Terminal terminal) {
    if (!isBrokenPipe(e)) {
      say(Finding.error(code(e), fact(e), "", remedy(e)), e.getMessage(), terminal);
    }
    var unused = showInFull(e, terminal);
    return e instanceof LibvirtFailure f && f.kind() == LibvirtFailure.Kind.BAD_URI
        ? ExitStatus.REFUSED
        : ExitStatus.FAILED;
  }

  /** Reports a domain that could not be examined. */
  static ExitStatus report(DomainFailure failure, Terminal terminal) {
    String fact =
        failure.cause() instanceof Failure f ? failure.sentence(f.fact()) : failure.sentence();
    say(
        Finding.error(Code.DOMAIN_UNREADABLE, fact, "", remedy(failure.cause()))
            .inDomain(failure.domain()),
        failure.sentence(),
        terminal);
    return showInFull(failure.cause(), terminal);
  }

  /** Reports a document that exceeds Java's memory. */
  static ExitStatus reportMemory(OutOfMemoryError e, Terminal terminal) {
    terminal.say(
        Finding.error(Code.MEMORY, "the document is too large: " + DomainFailure.memory(), "", ""));
    return showInFull(e, terminal);
  }

  /** Reports an internal error and asks for a bug report. */
  static ExitStatus reportBug(Throwable e, Terminal terminal) {
    String what =
        e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    String sentence =
        "this is a bug in virt-spm "
            + Version.text()
            + " ("
            + what
            + "); please report it as CONTRIBUTING.md says, with the document and what"
            + " VIRT_SPM_DEBUG=1 adds to this line";
    terminal.say(Finding.error(Code.BUG, sentence, "", ""));
    return showInFull(e, terminal);
  }

  private static ExitStatus showInFull(Throwable e, Terminal terminal) {
    if (terminal.debug()) {
      e.printStackTrace(terminal.err());
    }
    return ExitStatus.FAILED;
  }

  /** Reports an invalid command line. */
  static ExitStatus reportUsage(UsageException e, Usage usage, Terminal terminal) {
    String help = usage.name() + " --help";
    terminal.say(
        Finding.error(Code.USAGE, e.getMessage(), "", help), usage.name() + ": " + e.getMessage());
    if (terminal.envelope().isEmpty()) {
      terminal.err().println("Try '" + help + "'");
    }
    return ExitStatus.REFUSED;
  }

  private static String remedy(Throwable e) {
    if (e instanceof Failure failure) {
      return failure.remedy();
    }
    return e instanceof LibvirtFailure failure ? failure.remedy() : "";
  }

  private static String fact(IOException e) {
    return e instanceof Failure failure ? failure.fact() : e.getMessage();
  }

  /** In text output, a remedy that is part of the sentence stays in it. */
  private static void say(Finding finding, String sentence, Terminal terminal) {
    if (finding.what().equals(sentence)) {
      terminal.say(finding);
    } else {
      terminal.say(finding, "virt-spm: " + finding.level().word() + ": " + sentence);
    }
  }

  private static Code code(Throwable e) {
    if (e instanceof LibvirtFailure failure) {
      return switch (failure.kind()) {
        case NO_DOMAIN -> Code.NO_DOMAIN;
        case BAD_URI -> Code.LIBVIRT_URI;
        case NOT_CONNECTED, NO_LIBRARY, OTHER -> Code.LIBVIRT;
      };
    }
    if (e instanceof ProbeFailure) {
      return Code.EMULATOR_ANSWER;
    }
    return e.getCause() == null ? Code.FAILURE : code(e.getCause());
  }

  private static boolean isBrokenPipe(IOException e) {
    return e.getCause() instanceof IOException cause && "Broken pipe".equals(cause.getMessage());
  }
}
