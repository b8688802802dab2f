package org.libvirtspm.host.cli;

import java.util.List;

/**
 * An option of a verb.
 *
 * @param names as they are typed, the one it is asked for by first
 * @param value what its value stands for in the help; null for a switch, which has none
 */
record Option(List<String> names, String value, String description) {

  /** Option of every verb. */
  static final Option HELP = new Option(List.of("--help", "-h"), null, "Print this help.");

  /** Option of the whole command. */
  static final Option VERSION = new Option(List.of("--version", "-V"), null, "Print the version.");

  /** Option of the verbs that check documents. */
  static final Option WERROR =
      new Option(List.of("--werror"), null, "Take every warning for an error.");

  /** Option for the output path. */
  static final Option OUTPUT =
      new Option(
          List.of("--output", "-o"),
          "FILE|DIR",
          "Write the result to FILE, or into the existing folder DIR under the input's name."
              + " Several FILEs need a DIR. For a refused document nothing is written, and what"
              + " was there stays.");

  boolean takesValue() {
    return value != null;
  }
}
