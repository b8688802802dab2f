package org.libvirtspm.host.demo;

/**
 * How a program ended.
 *
 * @param command what was run
 * @param status its exit status
 * @param output what it printed
 * @param errors what it complained of
 */
public record Outcome(String command, int status, String output, String errors) {

  /** True if the program succeeded. */
  public boolean fine() {
    return status == 0;
  }

  @Override
  public String toString() {
    return command + ": status " + status + "\n" + output + errors;
  }
}
