package org.libvirtspm.host.cli;

/** The entry point; the only place that ends the process. */
public final class Main {

  private Main() {}

  /** Runs the command with the process's own streams. */
  public static void main(String[] args) {
    System.exit(new VirtSpm(Terminal.ofProcess()).run(args));
  }
}
