package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line read as GNU tools read theirs: options anywhere, {@code --} ends them. */
final class Arguments {

  /** What picocli says of a value given to a switch. */
  private static final Pattern UNWANTED =
      Pattern.compile("option '(.*)' should be specified without '.*' parameter");

  private final ParseResult parsed;

  private Arguments(ParseResult parsed) {
    this.parsed = parsed;
  }

  /**
   * Reads what was typed after the verb.
   *
   * @throws UsageException if the verb does not take it
   */
  static Arguments parse(Usage usage, List<String> typed) {
    CommandSpec spec = CommandSpec.create().name(usage.name());
    usage.options().forEach(o -> spec.addOption(spec(o)));
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("0..*")
            .build());
    CommandLine line = new CommandLine(spec);
    line.setTrimQuotes(false).setExpandAtFiles(false).setInterpolateVariables(false);
    try {
      return new Arguments(line.parseArgs(typed.toArray(new String[0])));
    } catch (UnmatchedArgumentException e) {
      throw new UsageException("there is no option '" + e.getUnmatched().get(0) + "'");
    } catch (MissingParameterException e) {
      throw new UsageException("the option " + name(e) + " lacks its value");
    } catch (OverwrittenOptionException e) {
      throw new UsageException(
          "the option " + ((OptionSpec) e.getOverwritten()).shortestName() + " is given twice");
    } catch (ParameterException e) {
      throw new UsageException(
          UNWANTED.matcher(e.getMessage()).replaceFirst("the option $1 takes no value"));
    }
  }

  private static String name(MissingParameterException e) {
    return ((OptionSpec) e.getMissing().get(0)).names()[0];
  }

  private static OptionSpec spec(Option option) {
    OptionSpec.Builder builder = OptionSpec.builder(option.names().toArray(new String[0]));
    return option.takesValue()
        ? builder.type(String.class).arity("1").build()
        : builder.type(boolean.class).arity("0").build();
  }

  /** Takes everything as it is typed: for another program to read. */
  static Arguments unread(Usage usage, List<String> typed) {
    List<String> operands = new ArrayList<>(List.of("--"));
    operands.addAll(typed);
    return parse(usage, operands);
  }

  /** True if the option is there. */
  boolean has(Option option) {
    return parsed.hasMatchedOption(option.names().get(0));
  }

  /** The option's value, if it is there. */
  Optional<String> value(Option option) {
    return Optional.ofNullable(parsed.matchedOptionValue(option.names().get(0), null));
  }

  /** What is no option, in order. */
  List<String> operands() {
    return parsed.hasMatchedPositional(0) ? parsed.matchedPositionalValue(0, List.of()) : List.of();
  }
}
