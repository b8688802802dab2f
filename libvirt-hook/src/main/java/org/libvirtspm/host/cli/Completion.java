package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fills the completion script with the verbs and their options. */
final class Completion {

  private Completion() {}

  /** Returns the script for bash, to be sourced. */
  static String bash() throws IOException {
    try (InputStream in = Completion.class.getResourceAsStream("completion")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(
              "@commands@",
              String.join("\n", Commands.all().stream().map(Completion::line).toList()))
          .replace("@dialects@", String.join(" ", TargetOptions.dialects()))
          .replace("@formats@", String.join(" ", FormatOption.FORMATS));
    }
  }

  private static String line(Command command) {
    Usage usage = command.usage();
    String host = usage.operand() == null ? "" : usage.operandName();
    return String.join(
        "|",
        command.name(),
        names(usage.options().stream()),
        names(usage.options().stream().filter(Option::takesValue)),
        String.join(" ", command.operandWords()),
        host);
  }

  private static String names(Stream<Option> options) {
    return options.map(Option::names).flatMap(List::stream).collect(Collectors.joining(" "));
  }
}
