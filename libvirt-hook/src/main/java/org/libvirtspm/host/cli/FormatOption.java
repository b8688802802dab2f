package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The option of every verb that answers people or programs. */
final class FormatOption {

  static final Option FORMAT =
      new Option(
          List.of("--format"), "FORMAT", "text, the default, for people; json for programs.");

  static final Option FORMAT_OR_SVG =
      new Option(
          List.of("--format"),
          "FORMAT",
          "text, the default, for people; json for programs; svg for a picture.");

  /** All formats, the default first. */
  static final List<String> FORMATS = List.of("text", "json", "svg");

  /** Formats of most verbs. */
  private static final List<String> PLAIN = FORMATS.subList(0, 2);

  private static final String NAME = FORMAT.names().get(0);

  private FormatOption() {}

  /**
   * True if the verb has JSON output and it is requested; also works on an invalid command line.
   */
  static boolean isJson(Usage usage, List<String> typed) {
    int end = typed.indexOf("--");
    List<String> words = end < 0 ? typed : typed.subList(0, end);
    int at = words.indexOf(NAME);
    boolean apart = at >= 0 && at + 1 < words.size() && words.get(at + 1).equals("json");
    return usage.option(NAME).isPresent()
        && words.stream().noneMatch(Option.HELP.names()::contains)
        && (apart || words.contains(NAME + "=json"));
  }

  /**
   * Refuses a format that the verb does not have.
   *
   * @throws UsageException naming those it has
   */
  static void check(Usage usage, Arguments arguments) {
    Optional<Option> option = usage.option(NAME);
    List<String> formats = option.filter(FORMAT::equals).map(o -> PLAIN).orElse(FORMATS);
    option
        .flatMap(arguments::value)
        .filter(format -> !formats.contains(format))
        .ifPresent(
            format -> {
              throw new UsageException(
                  "there is no format '" + format + "'; choose from " + String.join(", ", formats));
            });
  }

  /** Prints an answer as text or JSON. */
  static void print(Terminal terminal, String text) throws IOException {
    Output.to(terminal.out()).write(text.getBytes(StandardCharsets.UTF_8));
  }
}
