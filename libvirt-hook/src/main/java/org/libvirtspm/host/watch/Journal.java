package org.libvirtspm.host.watch;

import java.io.PrintStream;
import org.libvirtspm.host.Printable;

/**
 * One line for each action.
 *
 * @param prefixed whether systemd reads the lines, and wants to be told how grave each is
 */
public record Journal(PrintStream out, boolean prefixed) {

  /** To whoever started this; systemd says in the environment that it listens. */
  public static Journal to(PrintStream out) {
    return new Journal(out, System.getenv("JOURNAL_STREAM") != null);
  }

  void info(String line) {
    print("<6>", line);
  }

  void error(String line) {
    print("<3>", line);
  }

  private void print(String level, String line) {
    out.println((prefixed ? level : "") + Printable.text(line));
    out.flush();
  }
}
