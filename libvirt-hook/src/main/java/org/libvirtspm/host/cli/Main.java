package org.libvirtspm.host.cli;

/** The entry point; the only place that ends the process. */
public final class Main {

  private Main() {}

  /** Runs the command with the unbuffered streams of the process. */
  public static void main(String[] args) {
    // System.exit loads Java's logging first, to log the exit (JDK 21 and later).
    Runtime.getRuntime().halt(new VirtSpm(Terminal.ofProcess()).run(args));
  }
}
