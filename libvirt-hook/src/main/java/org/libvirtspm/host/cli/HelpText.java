package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a model, from which parsing, help, man page and completion come. */
final class HelpText {

  private static final String[] EXIT_STATUS = {
    "",
    "Exit status:",
    "  0  all is well",
    "  1  it could not be done: a file or the emulator stood in the way",
    "  2  a document is refused (this outweighs 1), or the command line is wrong",
  };

  private static final String[] LIMITS = {
    "", "Limits:", "  A document has at most 16 MiB and elements nested at most 256 deep.",
  };

  private HelpText() {}

  /** The whole command line with these verbs. */
  static CommandSpec root(List<Command> commands) {
    CommandSpec spec = named("virt-spm");
    spec.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .description("Print the version.")
            .build());
    spec.usageMessage()
        .customSynopsis("usage: virt-spm COMMAND [OPTION]... FILE...")
        .description("", "Specific Purpose Memory for libvirt domains.", "")
        .optionListHeading("Options:%n")
        .commandListHeading("%nCommands:%n")
        .footer(join(EXIT_STATUS, "", "'virt-spm COMMAND --help' tells more of a command."));
    commands.forEach(command -> spec.addSubcommand(command.name(), command.spec()));
    return spec;
  }

  /** A verb over documents. */
  static CommandSpec verb(String name, String synopsis, String what, String... example) {
    CommandSpec spec = named(name);
    spec.addOption(
        OptionSpec.builder("--werror").description("Take every warning for an error.").build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("1..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("A domain's XML in UTF-8; - is standard input.")
            .build());
    spec.usageMessage()
        .customSynopsis("usage: virt-spm " + synopsis)
        .description("", what, "")
        .parameterListHeading("Arguments:%n")
        .optionListHeading("%nOptions:%n")
        .footer(join(EXIT_STATUS, join(LIMITS, join(new String[] {"", "Example:"}, example))));
    return spec;
  }

  /** Where results go. */
  static OptionSpec output() {
    return option("-o", "--output")
        .paramLabel("FILE|DIR")
        .description(
            "Write the result to FILE, or into the existing folder DIR under the input's name."
                + " Several FILEs need a DIR. A refused document leaves what is there untouched.")
        .build();
  }

  /** An option that takes one value. */
  static OptionSpec.Builder option(String... names) {
    return OptionSpec.builder(names).type(String.class).arity("1");
  }

  /** A parser that takes every argument as it is written. */
  static CommandLine parser(CommandSpec root) {
    return new CommandLine(root)
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setAbbreviatedOptionsAllowed(false);
  }

  /** A parser's complaint in our words. */
  static String sentence(ParameterException e) {
    if (e instanceof UnmatchedArgumentException u) {
      return "there is no option '" + u.getUnmatched().get(0) + "'";
    }
    if (e instanceof MissingParameterException && e.getArgSpec() instanceof PositionalParamSpec) {
      return "name a FILE, or - for standard input";
    }
    String text = e.getMessage();
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  private static CommandSpec named(String name) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Print this help.").build());
    spec.usageMessage().sortOptions(false).abbreviateSynopsis(true);
    return spec;
  }

  private static String[] join(String[] first, String... second) {
    String[] both = java.util.Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
