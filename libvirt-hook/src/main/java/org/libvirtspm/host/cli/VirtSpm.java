package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    Optional<Command> command = args.isEmpty() ? Optional.empty() : Commands.named(args.get(0));
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

  private ExitStatus verb(Command command, Usage usage, List<String> args) throws IOException {
    if (command.passesOn()) {
      return command.run(Arguments.unread(usage, args), terminal);
    }
    Arguments arguments = Arguments.parse(usage, args);
    return arguments.has(Option.HELP)
        ? print(Help.of(usage, List.of()))
        : command.run(arguments, terminal);
  }

  private ExitStatus whole(Arguments arguments) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("there is no command '" + arguments.operands().get(0) + "'");
    }
    if (arguments.has(Option.VERSION)) {
      return print("virt-spm " + Version.text() + "\n");
    }
    if (arguments.has(Option.HELP)) {
      return print(Help.of(Commands.WHOLE, Commands.all()));
    }
    throw new UsageException("name a command, such as translate");
  }

  private ExitStatus print(String text) throws IOException {
    Output.to(terminal.out()).write(text.getBytes(StandardCharsets.UTF_8));
    return ExitStatus.FINE;
  }
}
