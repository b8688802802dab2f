package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** Runs command lines on given streams; never ends the process. */
final class VirtSpm {

  private final Terminal terminal;

  VirtSpm(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Runs one command line and returns the exit status. */
  int run(String... args) {
    return reporting(terminal, () -> dispatch(ConnectFirst.behindVerb(List.of(args)))).code();
  }

  /** Work that may fail. */
  private interface Work {
    ExitStatus done() throws IOException;
  }

  private static ExitStatus reporting(Terminal terminal, Work work) {
    try {
      return work.done();
    } catch (UncheckedIOException e) {
      return Failures.report(e.getCause(), terminal);
    } catch (IOException e) {
      return Failures.report(e, terminal);
    } catch (OutOfMemoryError e) {
      return Failures.reportMemory(e, terminal);
    } catch (RuntimeException | Error e) {
      return Failures.reportBug(e, terminal);
    }
  }

  private ExitStatus dispatch(List<String> args) throws IOException {
    Optional<Command> command = args.stream().findFirst().flatMap(VirtSpm::command);
    if (command.isEmpty()) {
      return checked(Commands.WHOLE, terminal, () -> whole(Arguments.parse(Commands.WHOLE, args)));
    }
    Usage usage = command.get().usage();
    List<String> typed = args.subList(1, args.size());
    if (!FormatOption.isJson(usage, typed)) {
      return checked(usage, terminal, () -> verb(command.get(), usage, typed, terminal));
    }
    Envelope envelope = new Envelope(command.get().name());
    Terminal gathering = terminal.with(envelope);
    ExitStatus status =
        reporting(
            gathering,
            () -> checked(usage, gathering, () -> verb(command.get(), usage, typed, gathering)));
    FormatOption.print(terminal, envelope.text(status));
    return status;
  }

  private static ExitStatus checked(Usage usage, Terminal terminal, Work work) throws IOException {
    try {
      return work.done();
    } catch (UsageException e) {
      return Failures.reportUsage(e, usage, terminal);
    }
  }

  private static Optional<Command> command(String typed) {
    return typed.startsWith("-") ? Optional.empty() : Commands.named(typed);
  }

  private static ExitStatus verb(Command command, Usage usage, List<String> args, Terminal terminal)
      throws IOException {
    if (command.passesOn()) {
      return command.run(Arguments.unread(usage, args), terminal);
    }
    Arguments arguments = Arguments.parse(usage, args);
    if (arguments.has(Option.HELP)) {
      return HelpCommand.print(List.of(command.name()), terminal);
    }
    FormatOption.check(usage, arguments);
    return command.run(arguments, terminal);
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
