package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

/**
 * Prints problems and progress on standard error.
 *
 * @param warningsAreErrors whether a warning weighs as much as an error
 */
record Reporter(Terminal terminal, boolean warningsAreErrors) {

  /** Minimum number of documents for a progress line. */
  private static final int WORTH_SHOWING = 20;

  /** Prints problems with their source lines; returns true if the document is refused. */
  boolean refuses(Input input, byte[] document, List<Problem> problems) {
    boolean refused = false;
    terminal.about(input.displayName(), document);
    SourceLines lines = new SourceLines(problems.isEmpty() ? new byte[0] : document);
    for (Problem found : problems) {
      Problem problem = weighed(found);
      say(input, lines, problem);
      refused |= problem.severity() == Severity.ERROR;
    }
    return refused;
  }

  private void say(Input input, SourceLines lines, Problem problem) {
    if (terminal.envelope().isPresent()) {
      terminal.envelope().get().add(problem);
      return;
    }
    String place = lines.show(problem.line(), problem.column());
    erase();
    terminal.err().println(Printable.text(problem.format(input.displayName())));
    terminal.err().print(place);
  }

  /** Prints a note about a valid document. */
  void say(Input input, Finding finding) {
    erase();
    String line = input.displayName() + ": " + finding.level().word() + ": " + finding.what();
    line += finding.fix().isEmpty() ? "" : "; " + finding.fix();
    terminal.say(finding, line);
  }

  /** Prints a finding that is not about the document's text. */
  ExitStatus failed(Input input, Finding finding) {
    say(input, finding);
    return ExitStatus.FAILED;
  }

  /** Prints a failure of the host. */
  ExitStatus failed(IOException e) {
    erase();
    return Failures.report(e, terminal);
  }

  /** Updates the progress line on a terminal if there are enough documents. */
  void progress(int done, int all) {
    if (terminal.interactive() && all >= WORTH_SHOWING) {
      terminal.eraseLine();
      terminal.err().print(done < all ? done + " of " + all + " documents" : "");
      terminal.err().flush();
    }
  }

  private Problem weighed(Problem p) {
    return warningsAreErrors
        ? new Problem(
            Severity.ERROR, p.code(), p.message(), p.remedy(), p.line(), p.column(), p.node())
        : p;
  }

  private void erase() {
    if (terminal.interactive()) {
      terminal.eraseLine();
    }
  }
}
