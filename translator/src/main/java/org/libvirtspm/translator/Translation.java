package org.libvirtspm.translator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.dialect.Form;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.RefusedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/**
 * A document and what it is translated to.
 *
 * @param cells the SPM cells it declares, translated or not; those that can be read, when refused
 * @param inStep whether the document is its own translation: it declares no SPM, or is translated
 *     already, for this target
 * @param result the translation; the very document if it is in step
 */
public record Translation(List<Cell> cells, boolean inStep, Result result) {

  /** Copies the list. */
  public Translation {
    cells = List.copyOf(cells);
  }

  /** Translates a document that has been read, and found to be a domain. */
  public static Translation of(Document in, TargetChooser targets, CellReading reading) {
    if (!Declaration.isIn(in)) {
      return unchanged(List.of(), in, List.of());
    }
    try {
      return Declaration.isTranslated(in)
          ? again(in, targets, reading)
          : first(in, targets, reading);
    } catch (RefusedException e) {
      return refused(List.of(), List.of(e.problem()));
    }
  }

  private static Translation first(Document in, TargetChooser targets, CellReading reading) {
    Problems problems = new Problems(in.text());
    Domain domain = Extended.check(in, problems, reading);
    List<Cell> cells = domain.spmCells();
    if (problems.refused()) {
      return refused(cells, problems.list());
    }
    if (hasNothingToDo(domain)) {
      return unchanged(cells, in, problems.list());
    }
    Target target = targets.choose(in.root().descend("devices", "emulator").map(Element::text));
    Form form = target.dialect().form(target.libvirt());
    form.rules().forEach(r -> r.check(domain, problems));
    if (problems.refused()) {
      return refused(cells, problems.list());
    }
    Plan plan = new Plan(domain);
    form.steps().forEach(s -> s.apply(domain, plan));
    return translated(cells, plan.apply(), problems.list());
  }

  private static Translation translated(List<Cell> cells, String text, List<Problem> problems) {
    Result result = result(text, problems);
    int size = result.document().orElseThrow().length;
    return size <= SourceText.MAX_BYTES
        ? new Translation(cells, false, result)
        : refused(
            cells,
            List.of(
                new Problem(
                    Severity.ERROR,
                    "the translation would have " + size + " bytes, and the limit is 16 MiB",
                    1,
                    1)));
  }

  private static boolean hasNothingToDo(Domain domain) {
    return domain.spmCells().isEmpty()
        && domain.cells().stream().noneMatch(c -> c.declared().attribute("spm").isPresent());
  }

  private static Translation again(Document in, TargetChooser targets, CellReading reading)
      throws RefusedException {
    Problems problems = new Problems(in.text());
    Document extended = Extended.of(in, problems);
    if (problems.refused()) {
      return refused(List.of(), problems.list());
    }
    Translation fresh = first(extended, targets, reading);
    List<Problem> moved = Extended.moved(fresh.result.problems(), in);
    Optional<byte[]> document = fresh.result.document();
    if (document.isPresent() && Equivalence.same(in, read(document.get()))) {
      return unchanged(fresh.cells, in, moved);
    }
    return new Translation(fresh.cells, false, new Result(document, moved));
  }

  private static Document read(byte[] document) throws RefusedException {
    return DocumentReader.read(SourceText.decode(document));
  }

  private static Translation unchanged(List<Cell> cells, Document in, List<Problem> problems) {
    return new Translation(cells, true, result(in.text().chars(), problems));
  }

  private static Translation refused(List<Cell> cells, List<Problem> problems) {
    return new Translation(cells, false, new Result(Optional.empty(), problems));
  }

  private static Result result(String text, List<Problem> problems) {
    return new Result(Optional.of(text.getBytes(StandardCharsets.UTF_8)), problems);
  }
}
