package org.libvirtspm.host.cli;

import java.io.IOException;

/** What to do with a text that could not be defined. */
enum EditChoice {
  /** Edit it again. */
  AGAIN,
  /** Keep it in its file and end. */
  KEEP,
  /** Throw it away and end. */
  ABORT;

  private static final String HELP =
      """
      y - yes, start the editor again
      k - keep my text in its file and end
      n - no, throw my changes away
      ? - print this help
      """;

  /** Asks until it is answered; nobody to ask is an answer too: the text is kept. */
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

  /** A line as typed, without blanks; empty at the end of input. */
  private static String line(Terminal terminal) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = terminal.in().read(); c >= 0 && c != '\n'; c = terminal.in().read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
