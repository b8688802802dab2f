package org.libvirtspm.host.watch;

import java.io.PrintStream;
import org.libvirtspm.host.Printable;

/**
 * Log with one line per action.
 *
 * @param prefixed true to write systemd's severity prefixes
 */
public record Journal(PrintStream out, boolean prefixed) {

  /** Takes a stream; uses prefixes if the environment shows systemd's journal. */
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
