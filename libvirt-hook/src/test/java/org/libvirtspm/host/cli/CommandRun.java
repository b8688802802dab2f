package org.libvirtspm.host.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** One run of the command and what came of it. */
record CommandRun(int status, String outText, String err) {

  static CommandRun of(String... args) {
    return withInput("", args);
  }

  static CommandRun withInput(String input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CommandRun run = into(out, false, input, args);
    return new CommandRun(run.status(), out.toString(StandardCharsets.UTF_8), run.err());
  }

  /** Runs with a standard output of the caller's. */
  static CommandRun into(OutputStream out, boolean interactive, String input, String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            interactive,
            false);
    int status = new VirtSpm(terminal).run(args);
    return new CommandRun(status, "", err.toString(StandardCharsets.UTF_8));
  }
}
