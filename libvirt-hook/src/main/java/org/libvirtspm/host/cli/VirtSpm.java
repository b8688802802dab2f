package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.Printable;

/** The whole command over given streams: nothing in it ends the process. */
public final class VirtSpm {

  private final Terminal terminal;

  VirtSpm(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs one command line and gives the exit status. */
  public int run(String... args) {
    try {
      return dispatch(ConnectFirst.behindVerb(List.of(args))).code();
    } catch (UncheckedIOException e) {
      return Failures.report(e.getCause(), terminal).code();
    } catch (IOException e) {
      return Failures.report(e, terminal).code();
    } catch (OutOfMemoryError e) {
      return Failures.reportMemory(e, terminal).code();
    } catch (RuntimeException | Error e) {
      return Failures.reportBug(e, terminal).code();
    }
  }

  private ExitStatus dispatch(List<String> args) throws IOException {
    Optional<Command> command = args.stream().findFirst().flatMap(VirtSpm::command);
    Usage usage = command.map(Command::usage).orElse(Commands.WHOLE);
    try {
      return command.isPresent()
          ? verb(command.get(), usage, args.subList(1, args.size()))
          : whole(Arguments.parse(usage, args));
    } catch (UsageException e) {
      terminal.err().println(usage.name() + ": " + Printable.text(e.getMessage()));
      terminal.err().println("Try '" + usage.name() + " --help'");
      return ExitStatus.REFUSED;
    }
  }

  private static Optional<Command> command(String typed) {
    return typed.startsWith("-") ? Optional.empty() : Commands.named(typed);
  }

  private ExitStatus verb(Command command, Usage usage, List<String> args) throws IOException {
    if (command.passesOn()) {
      return command.run(Arguments.unread(usage, args), terminal);
    }
    Arguments arguments = Arguments.parse(usage, args);
    return arguments.has(Option.HELP)
        ? HelpCommand.print(List.of(command.name()), terminal)
        : command.run(arguments, terminal);
  }

  private ExitStatus whole(Arguments arguments) throws IOException {
    if (arguments.has(Option.VERSION)) {
      FormatOption.print(terminal, "virt-spm " + Version.text() + "\n");
      return ExitStatus.FINE;
    }
    if (arguments.has(Option.HELP)) {
      return HelpCommand.print(arguments.operands(), terminal);
    }
    throw arguments.operands().isEmpty()
        ? new UsageException("name a command, such as translate")
        : Commands.unknown(arguments.operands().get(0));
  }
}
