package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Result;
import org.libvirtspm.translator.Severity;

/** Does one thing to every document named, each on its own: a refused one stops no other. */
final class DocumentRun {

  /** What is done to a document. */
  @FunctionalInterface
  interface Work {
    /** Gives the document that comes of one, and what there is to say. */
    Result on(byte[] document);
  }

  /** What becomes of a result. */
  @FunctionalInterface
  interface Delivery {
    /** Takes a document as it was and as it is now. */
    void of(byte[] before, byte[] after) throws IOException;
  }

  private final Terminal terminal;
  private final Reporter reporter;
  private final Work work;

  private DocumentRun(Terminal terminal, boolean warningsAreErrors, Work work) {
    this.terminal = terminal;
    this.reporter = new Reporter(terminal, warningsAreErrors);
    this.work = work;
  }

  /** Runs over the FILEs, and writes results where {@code -o} says. */
  static ExitStatus writing(Arguments arguments, Terminal terminal, Work work) {
    List<Input> inputs = inputs(arguments);
    List<Output> outputs = Outputs.of(arguments.value(Option.OUTPUT), inputs, terminal.out());
    return of(arguments, terminal, work).overAll(inputs, deliveries(outputs));
  }

  private static List<Delivery> deliveries(List<Output> outputs) {
    return outputs.stream().<Delivery>map(o -> (before, after) -> o.write(after)).toList();
  }

  /** Runs over the one FILE. */
  static ExitStatus delivering(
      Arguments arguments, Terminal terminal, Work work, Delivery delivery) {
    Input input = onlyInput(arguments);
    return of(arguments, terminal, work).overAll(List.of(input), List.of(delivery));
  }

  /** The one FILE. */
  static Input onlyInput(Arguments arguments) {
    List<Input> inputs = inputs(arguments);
    if (inputs.size() > 1) {
      throw new UsageException("name one FILE only");
    }
    return inputs.get(0);
  }

  /** Runs over the FILEs, and only reports. */
  static ExitStatus judging(Arguments arguments, Terminal terminal, Work work) {
    List<Input> inputs = inputs(arguments);
    List<Output> outputs = inputs.stream().map(i -> Output.nowhere()).toList();
    return of(arguments, terminal, work).overAll(inputs, deliveries(outputs));
  }

  private static DocumentRun of(Arguments arguments, Terminal terminal, Work work) {
    return new DocumentRun(terminal, arguments.has(Option.WERROR), work);
  }

  private static List<Input> inputs(Arguments arguments) {
    List<Input> inputs = arguments.operands().stream().map(Input::of).toList();
    if (inputs.isEmpty()) {
      throw new UsageException("name a FILE, or - for standard input");
    }
    if (inputs.stream().filter(Input::isStandardInput).count() > 1) {
      throw new UsageException("standard input can be read only once");
    }
    return inputs;
  }

  private ExitStatus overAll(List<Input> inputs, List<Delivery> deliveries) {
    ExitStatus status = ExitStatus.FINE;
    for (int i = 0; i < inputs.size(); i++) {
      reporter.progress(i, inputs.size());
      status = status.and(over(inputs.get(i), deliveries.get(i)));
    }
    reporter.progress(inputs.size(), inputs.size());
    return status;
  }

  private ExitStatus over(Input input, Delivery delivery) {
    try {
      byte[] document = input.read(terminal.in());
      Result result = document.length > Input.MAX_BYTES ? tooLarge() : work.on(document);
      boolean refused = reporter.refuses(input, document, result.problems());
      if (refused || result.document().isEmpty()) {
        return ExitStatus.REFUSED;
      }
      delivery.of(document, result.document().get());
      return ExitStatus.FINE;
    } catch (ProbeFailure e) {
      return reporter.failed(input, e.getMessage() + "; name the dialect with --dialect");
    } catch (UncheckedIOException e) {
      return reporter.failed(e.getCause());
    } catch (IOException e) {
      return reporter.failed(e);
    }
  }

  private static Result tooLarge() {
    String message = "the document is larger than 16 MiB";
    return new Result(Optional.empty(), List.of(new Problem(Severity.ERROR, message, 1, 1)));
  }
}
