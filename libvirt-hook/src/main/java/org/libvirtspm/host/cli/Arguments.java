package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

/** Parsed command line, as in GNU tools: options anywhere, {@code --} ends them. */
final class Arguments {

  private final CommandLine parsed;

  private Arguments(CommandLine parsed) {
    this.parsed = parsed;
  }

  /**
   * Parses the arguments after the verb.
   *
   * @throws UsageException if the verb does not take it
   */
  static Arguments parse(Usage usage, List<String> typed) {
    Options options = new Options();
    usage.options().forEach(option -> options.addOption(parserOption(option)));
    DefaultParser parser =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .setStripLeadingAndTrailingQuotes(false)
            .get();
    try {
      String[] words = withShortOptionsApart(usage, typed).toArray(new String[0]);
      CommandLine parsed = parser.parse(options, words);
      refuseRepeated(parsed);
      return new Arguments(parsed);
    } catch (UnrecognizedOptionException e) {
      throw new UsageException(unknown(usage, e.getOption()));
    } catch (MissingArgumentException e) {
      throw new UsageException("the option --" + e.getOption().getLongOpt() + " lacks its value");
    } catch (ParseException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private static org.apache.commons.cli.Option parserOption(Option option) {
    String brief = option.names().size() > 1 ? option.names().get(1).substring(1) : null;
    return org.apache.commons.cli.Option.builder(brief)
        .longOpt(option.names().get(0).substring(2))
        .hasArg(option.takesValue())
        .get();
  }

  /**
   * Separates a short option from an attached value, such as {@code -cqemu:///system}: the library
   * would split such a value at {@code =}.
   */
  private static List<String> withShortOptionsApart(Usage usage, List<String> typed) {
    List<String> words = new ArrayList<>();
    boolean options = true;
    for (String word : typed) {
      options &= !word.equals("--");
      boolean joined = options && word.length() > 2 && word.charAt(1) != '-';
      if (joined && usage.option(word.substring(0, 2)).filter(Option::takesValue).isPresent()) {
        words.add(word.substring(0, 2));
        words.add(word.substring(2));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private static void refuseRepeated(CommandLine parsed) {
    Set<String> seen = new HashSet<>();
    for (org.apache.commons.cli.Option option : parsed.getOptions()) {
      if (!seen.add(option.getLongOpt())) {
        String name = option.getOpt() == null ? "--" + option.getLongOpt() : "-" + option.getOpt();
        throw new UsageException("the option " + name + " is given twice");
      }
    }
  }

  private static String unknown(Usage usage, String word) {
    String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
    if (usage.option(name).isPresent()) {
      return "the option " + name + " takes no value";
    }
    List<String> names =
        usage.options().stream().flatMap(option -> option.names().stream()).toList();
    return "there is no option '" + word + "'" + Suggestion.of(name, names);
  }

  /** Keeps all arguments as operands, for another program. */
  static Arguments unread(Usage usage, List<String> typed) {
    List<String> operands = new ArrayList<>(List.of("--"));
    operands.addAll(typed);
    return parse(usage, operands);
  }

  /** True if the option is given. */
  boolean has(Option option) {
    return parsed.hasOption(longName(option));
  }

  /** Returns the option's value, if it is given. */
  Optional<String> value(Option option) {
    return Optional.ofNullable(parsed.getOptionValue(longName(option)));
  }

  private static String longName(Option option) {
    return option.names().get(0).substring(2);
  }

  /** Returns the operands in order. */
  List<String> operands() {
    return parsed.getArgList();
  }
}
