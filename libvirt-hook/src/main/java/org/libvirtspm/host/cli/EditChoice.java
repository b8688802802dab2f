package org.libvirtspm.host.cli;

import java.io.IOException;

/** What to do with text that could not be defined. */
enum EditChoice {
  /** Edit the text again. */
  AGAIN,
  /** Keep the file and end. */
  KEEP,
  /** Discard the text and end. */
  ABORT;

  private static final String HELP =
      """
      y - yes, start the editor again
      k - keep my text in its file and end
      n - no, throw my changes away
      ? - print this help
      """;

  /** Asks until there is an answer; at the end of input the text is kept. */
  static EditChoice ask(Terminal terminal) throws IOException {
    while (terminal.envelope().isEmpty()) {
      terminal.err().print("Failed. Try again? [y,k,n,?]: ");
      terminal.err().flush();
      switch (line(terminal)) {
        case "y" -> {
          return AGAIN;
        }
        case "k", "" -> {
          return KEEP;
        }
        case "n" -> {
          return ABORT;
        }
        default -> terminal.err().print(HELP);
      }
    }
    return KEEP;
  }

  /** Reads a line without blanks; empty at the end of input. */
  private static String line(Terminal terminal) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = terminal.in().read(); c >= 0 && c != '\n'; c = terminal.in().read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
