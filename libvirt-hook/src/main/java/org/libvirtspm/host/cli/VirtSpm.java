package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The whole command over given streams: nothing in it ends the process. */
public final class VirtSpm {

  private final Terminal terminal;

  VirtSpm(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs one command line and gives the exit status. */
  public int run(String... args) {
    try {
      return (args.length == 0 ? bare() : known(args)).code();
    } catch (IOException e) {
      return Failures.report(e, terminal).code();
    } catch (RuntimeException | Error e) {
      return Failures.reportBug(e, terminal).code();
    }
  }

  private ExitStatus bare() {
    return usage("virt-spm", "name a command, such as translate");
  }

  private ExitStatus known(String... args) throws IOException {
    Optional<Command> command = Commands.named(args[0]);
    if (command.isEmpty() && !args[0].startsWith("-")) {
      return usage("virt-spm", "there is no command '" + args[0] + "'");
    }
    CommandSpec root = HelpText.root(command.map(List::of).orElse(Commands.ALL));
    try {
      return answer(HelpText.parser(root).parseArgs(args), command);
    } catch (ParameterException e) {
      return usage(e.getCommandLine().getCommandSpec().qualifiedName(), HelpText.sentence(e));
    } catch (UsageException e) {
      return usage("virt-spm " + args[0], e.getMessage());
    }
  }

  private ExitStatus answer(ParseResult parsed, Optional<Command> command) throws IOException {
    ParseResult options = parsed.hasSubcommand() ? parsed.subcommand() : parsed;
    if (options.isUsageHelpRequested()) {
      return print(options.commandSpec().commandLine().getUsageMessage(Ansi.OFF));
    }
    if (options.isVersionHelpRequested()) {
      return print("virt-spm " + Version.text() + "\n");
    }
    return command.isPresent() ? command.get().run(options, terminal) : bare();
  }

  private ExitStatus print(String text) throws IOException {
    terminal.out().write(text.getBytes(StandardCharsets.UTF_8));
    terminal.out().flush();
    return ExitStatus.FINE;
  }

  private ExitStatus usage(String name, String message) {
    terminal.err().println(name + ": " + Printable.text(message));
    terminal.err().println("Try '" + name + " --help'");
    return ExitStatus.REFUSED;
  }
}
