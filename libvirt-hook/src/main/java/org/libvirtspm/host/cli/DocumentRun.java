package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Translation;

/** Processes each named document separately; a refused one does not stop the others. */
final class DocumentRun {

  /** Processing of a document. */
  @FunctionalInterface
  interface Work {
    /** Returns the result; notes are findings that are not problems. */
    Translation on(byte[] document, Consumer<Finding> notes);
  }

  /** Destination of a result. */
  @FunctionalInterface
  interface Delivery {
    /** Receives a document before and after processing. */
    void of(byte[] before, byte[] after) throws IOException;
  }

  private static final byte[] NOT_READ = {};

  private final Terminal terminal;
  private final Reporter reporter;
  private final Work work;
  private final boolean notesAbsence;
  private final List<Object> documents = new ArrayList<>();

  /** JSON fields of the current document. */
  private Map<String, Object> current;

  private DocumentRun(Arguments arguments, Terminal terminal, Work work, boolean notesAbsence) {
    this.terminal = terminal;
    this.reporter = new Reporter(terminal, arguments.has(Option.WERROR));
    this.work = work;
    this.notesAbsence = notesAbsence;
  }

  /**
   * Processes the FILEs and writes results as {@code -o} says. On a terminal and in JSON, documents
   * without SPM are mentioned.
   */
  static ExitStatus writing(Arguments arguments, Terminal terminal, Work work) throws IOException {
    List<Input> inputs = inputs(arguments);
    boolean gathers =
        terminal.envelope().isPresent()
            && arguments.value(Option.OUTPUT).filter(o -> !o.equals("-")).isEmpty();
    DocumentRun run = new DocumentRun(arguments, terminal, work, terminal.tellsMore());
    if (gathers) {
      return run.answering(inputs, inputs.stream().map(i -> run.xml()).toList());
    }
    List<Output> outputs = Outputs.of(arguments.value(Option.OUTPUT), inputs, terminal.out());
    return run.answering(inputs, deliveries(outputs));
  }

  /** Writes the result into the document's fields in the envelope. */
  private Delivery xml() {
    return (before, after) -> current.put("xml", new String(after, StandardCharsets.UTF_8));
  }

  private static List<Delivery> deliveries(List<Output> outputs) {
    return outputs.stream().<Delivery>map(o -> (before, after) -> o.write(after)).toList();
  }

  /** Processes the only FILE. */
  static ExitStatus delivering(
      Arguments arguments, Terminal terminal, Work work, Delivery delivery) {
    Input input = onlyInput(arguments);
    return new DocumentRun(arguments, terminal, work, false)
        .overAll(List.of(input), List.of(delivery));
  }

  /** Returns the only FILE operand. */
  static Input onlyInput(Arguments arguments) {
    List<Input> inputs = inputs(arguments);
    if (inputs.size() > 1) {
      throw new UsageException("name one FILE only");
    }
    return inputs.get(0);
  }

  /** Checks the FILEs and reports problems; documents without SPM are mentioned. */
  static ExitStatus judging(Arguments arguments, Terminal terminal, Work work) throws IOException {
    List<Input> inputs = inputs(arguments);
    List<Output> outputs = inputs.stream().map(i -> Output.nowhere()).toList();
    return new DocumentRun(arguments, terminal, work, true).answering(inputs, deliveries(outputs));
  }

  private ExitStatus answering(List<Input> inputs, List<Delivery> deliveries) throws IOException {
    ExitStatus status = overAll(inputs, deliveries);
    terminal.answer(() -> Map.of("documents", documents), () -> "");
    return status;
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
    current = new LinkedHashMap<>();
    current.put("file", input.displayName());
    current.put("outcome", null);
    current.put("declaresSpm", null);
    current.put("xml", null);
    documents.add(current);
    ExitStatus status = outcome(input, delivery);
    current.put("outcome", status.name().toLowerCase(Locale.ROOT));
    return status;
  }

  private ExitStatus outcome(Input input, Delivery delivery) {
    terminal.about(input.displayName(), NOT_READ);
    try {
      byte[] document = input.read(terminal.in());
      terminal.about(input.displayName(), document);
      Translation result =
          document.length > Input.MAX_BYTES
              ? tooLarge()
              : work.on(document, note -> reporter.say(input, note));
      boolean refused = reporter.refuses(input, document, result.problems());
      if (refused || result.document().isEmpty()) {
        return ExitStatus.REFUSED;
      }
      boolean declares = declaresSpm(document);
      current.put("declaresSpm", declares);
      if (notesAbsence && !declares) {
        reporter.say(
            input,
            Finding.note(
                Code.NO_SPM,
                "it declares no Specific Purpose Memory, since no cell has spm='on'",
                ""));
      }
      delivery.of(document, result.document().get());
      return ExitStatus.FINE;
    } catch (ProbeFailure e) {
      return reporter.failed(
          input, Finding.error(Code.EMULATOR_ANSWER, e.getMessage(), "", Failure.NAME_DIALECT));
    } catch (UncheckedIOException e) {
      return reporter.failed(e.getCause());
    } catch (IOException e) {
      return reporter.failed(e);
    }
  }

  private static boolean declaresSpm(byte[] document) {
    return DomainDocument.read(document).filter(DomainDocument::declaresSpm).isPresent();
  }

  /** Returns the result for a document beyond the size limit. */
  static Translation tooLarge() {
    String message = "the document is larger than 16 MiB";
    return Translation.refused(new Problem(Severity.ERROR, "size", message, 1, 1));
  }
}
