package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;

/** {@code virt-spm help}: the help of the whole command or of a verb. */
final class HelpCommand implements Command {

  @Override
  public String name() {
    return "help";
  }

  @Override
  public List<String> operandWords() {
    return Commands.names();
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm help",
        "Print help, of one command if it is named.",
        List.of("[COMMAND [ACTION]]"),
        "Print what virt-spm can do, or the help of one command, as COMMAND --help does.",
        "One of virt-spm's commands. Its help is that of its actions too, such as hook status.",
        List.of(Option.HELP),
        List.of("virt-spm help translate"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    return print(arguments.operands(), terminal);
  }

  /** Prints the help of the verb in the first word; without words, that of the whole command. */
  static ExitStatus print(List<String> verbs, Terminal terminal) throws IOException {
    if (verbs.size() > 2 || (verbs.size() == 2 && !isAction(verbs))) {
      throw new UsageException("name one COMMAND only");
    }
    String help = verbs.isEmpty() ? Help.ofWhole() : of(verbs.get(0));
    FormatOption.print(terminal, help);
    return ExitStatus.FINE;
  }

  private static boolean isAction(List<String> words) {
    return Commands.named(words.get(0))
        .filter(command -> command.operandWords().contains(words.get(1)))
        .isPresent();
  }

  private static String of(String verb) {
    return Help.of(Commands.named(verb).orElseThrow(() -> Commands.unknown(verb)));
  }
}
