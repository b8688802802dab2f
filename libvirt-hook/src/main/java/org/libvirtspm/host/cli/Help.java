package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;

/** Writes a verb's help from its model, in 80 columns. */
final class Help {

  private static final int WIDTH = 80;
  private static final int OPTION_INDENT = 24;
  private static final int COMMAND_INDENT = 15;

  private static final List<String> EXIT_STATUS =
      List.of(
          "0  all is well",
          "1  it could not be done, or not for each domain; a sentence says why",
          "2  a document is refused (this outweighs 1), or the command line is wrong");

  private static final String WARNED = "nothing is wrong, but there is something to warn of";

  static final List<String> LIMITS =
      List.of("A document has at most 16 MiB, and its elements nest at most 256 deep.");

  private final List<String> lines = new ArrayList<>();

  private Help() {}

  /** Meaning of each exit status by verb; null is the command as a whole. */
  static List<String> exitStatus(Command command) {
    List<String> lines = new ArrayList<>(EXIT_STATUS);
    if (command == null) {
      List<String> warning =
          Commands.all().stream().filter(Command::warns).map(Command::name).toList();
      lines.add("3  " + String.join(" or ", warning) + ": " + WARNED);
    } else if (command.warns()) {
      lines.add("3  " + WARNED);
    }
    return lines;
  }

  /** Returns the help of a verb. */
  static String of(Command command) {
    return of(command.usage(), List.of(), exitStatus(command));
  }

  /** Returns the help of the whole command, with its verbs. */
  static String ofWhole() {
    return of(Commands.WHOLE, Commands.all(), exitStatus(null));
  }

  private static String of(Usage usage, List<Command> commands, List<String> statuses) {
    Help help = new Help();
    help.synopsis(usage);
    help.section("", wrap(usage.description(), WIDTH));
    help.section("Arguments:", operand(usage));
    help.section("Options:", usage.options().stream().flatMap(o -> item(o).stream()).toList());
    help.section("Commands:", commands.stream().flatMap(c -> item(c).stream()).toList());
    help.section("Exit status:", statuses);
    help.section("Limits:", LIMITS);
    help.section("Example:", usage.examples());
    return String.join("\n", help.lines) + "\n";
  }

  private void synopsis(Usage usage) {
    String start = "usage: " + usage.name() + " ";
    lines.add(start + String.join("\n" + " ".repeat(start.length()), usage.synopsis()));
  }

  private void section(String heading, List<String> content) {
    if (content.isEmpty()) {
      return;
    }
    lines.add("");
    if (!heading.isEmpty()) {
      lines.add(heading);
    }
    content.forEach(line -> lines.add(heading.isEmpty() ? line : "  " + line));
  }

  private static List<String> operand(Usage usage) {
    return usage.operand() == null
        ? List.of()
        : item(usage.operandName(), usage.operand(), OPTION_INDENT);
  }

  private static List<String> item(Option option) {
    String value = option.takesValue() ? " " + option.value() : "";
    String brief = option.names().size() == 1 ? "    " : option.names().get(1) + ", ";
    return item(brief + option.names().get(0) + value, option.description(), OPTION_INDENT);
  }

  private static List<String> item(Command command) {
    return item(command.name(), command.usage().summary(), COMMAND_INDENT);
  }

  /** Formats a term with its description beside it, or below a long term. */
  private static List<String> item(String term, String description, int indent) {
    List<String> described = new ArrayList<>();
    String margin = " ".repeat(indent);
    for (String line : wrap(description, WIDTH - indent - 2)) {
      described.add(margin + line);
    }
    if (term.length() > indent - 2) {
      described.add(0, term);
    } else {
      described.set(0, term + described.get(0).substring(term.length()));
    }
    return described;
  }

  private static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
