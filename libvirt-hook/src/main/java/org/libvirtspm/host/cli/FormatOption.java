package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The option of every verb that answers people or programs. */
final class FormatOption {

  /** The default first. */
  static final List<String> FORMATS = List.of("text", "json");

  static final Option FORMAT =
      new Option(
          List.of("--format"), "FORMAT", "text, the default, for people; json for programs.");

  private FormatOption() {}

  /** True for json. */
  static boolean isJson(Arguments arguments) {
    String format = arguments.value(FORMAT).orElse("text");
    if (!FORMATS.contains(format)) {
      throw new UsageException(
          "there is no format '" + format + "'; choose from " + String.join(", ", FORMATS));
    }
    return format.equals("json");
  }

  /** Prints an answer. */
  static void print(Terminal terminal, String text) throws IOException {
    Output.to(terminal.out()).write(text.getBytes(StandardCharsets.UTF_8));
  }
}
