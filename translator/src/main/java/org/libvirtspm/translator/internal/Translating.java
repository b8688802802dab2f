package org.libvirtspm.translator.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.check.Rule;
import org.libvirtspm.translator.internal.dialect.DialectSyntax;
import org.libvirtspm.translator.internal.dialect.Dialects;
import org.libvirtspm.translator.internal.dialect.Procedure;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;
import org.libvirtspm.translator.internal.xml.TooLongException;

/** The translation of one parsed document. */
public final class Translating {

  private final TargetChooser targets;
  private final BiFunction<Target, Domain, Procedure> procedures;
  private final CellReading reading;
  private Optional<Target> target = Optional.empty();

  private Translating(
      TargetChooser targets,
      BiFunction<Target, Domain, Procedure> procedures,
      CellReading reading) {
    this.targets = targets;
    this.procedures = procedures;
    this.reading = reading;
  }

  /** Translates a parsed domain. A document in step comes back unchanged. */
  public static Translation translate(Document in, TargetChooser targets, CellReading reading) {
    return translate(in, new Translating(targets, Translating::procedure, reading));
  }

  /** Translates with a given procedure instead of the target's own. */
  public static Translation translate(
      Document in, Target target, BiFunction<Target, Domain, Procedure> procedures) {
    return translate(in, new Translating(emulator -> target, procedures, CellReading.DIRECT));
  }

  /** Returns the rules and steps of a target. */
  public static Procedure procedure(Target target, Domain domain) {
    DialectSyntax syntax = Dialects.find(target.dialect().name()).orElseThrow();
    return syntax.procedure(target.form(), target.libvirt(), domain);
  }

  private static Translation translate(Document in, Translating translating) {
    if (!Declaration.isIn(in)) {
      return translating.unchanged(in, List.of(), List.of());
    }
    try {
      return Declaration.isTranslated(in)
          ? translating.again(in)
          : translating.checked(in, translating.first(in));
    } catch (MalformedException e) {
      return Translation.refused(e.problem());
    }
  }

  private Translation first(Document in) {
    Problems problems = new Problems(in.text());
    Domain domain = Extended.check(in, problems, reading);
    List<SpmCell> cells = domain.publicCells();
    if (problems.refused()) {
      return refused(cells, problems.list());
    }
    if (Extended.hasNothingToDo(domain)) {
      return unchanged(in, cells, problems.list());
    }
    Target chosen = targets.choose(in.root().descend("devices", "emulator").map(Element::text));
    target = Optional.of(chosen);
    Procedure procedure = procedures.apply(chosen, domain);
    Rule.checkAll(procedure.rules(), domain, problems);
    if (problems.refused()) {
      return refused(cells, problems.list());
    }
    try {
      Plan plan = new Plan(domain);
      procedure.steps().forEach(s -> s.apply(domain, plan));
      return translated(cells, plan.apply(), problems.list());
    } catch (TooLongException e) {
      return tooLong(cells, e);
    }
  }

  private Translation translated(List<SpmCell> cells, String text, List<Problem> problems) {
    if (SourceText.fits(text)) {
      return answer(Optional.of(text), problems, cells, false);
    }
    return tooLong(cells, new TooLongException());
  }

  private Translation tooLong(List<SpmCell> cells, TooLongException why) {
    String message = "the translation: " + why.getMessage();
    return refused(cells, List.of(new Problem(Severity.ERROR, "size", message, 1, 1)));
  }

  private Translation again(Document in) throws MalformedException {
    Problems problems = new Problems(in.text());
    Document extended = Extended.of(in, problems);
    if (problems.refused()) {
      return refused(List.of(), problems.list());
    }
    Translation fresh = first(extended);
    if (!fresh.isRefused() && isSame(in, fresh.xml())) {
      return unchanged(in, fresh.cells(), Extended.together(problems, fresh.problems(), in));
    }
    Translation result = checked(extended, fresh);
    List<Problem> all = Extended.together(problems, result.problems(), in);
    return result.isRefused()
        ? refused(result.cells(), all)
        : answer(Optional.of(result.xml()), all, result.cells(), false);
  }

  private static boolean isSame(Document in, String fresh) throws MalformedException {
    return in.text().chars().equals(fresh)
        || Equivalence.same(in, DocumentReader.read(new SourceText(fresh)));
  }

  /** Translates extended XML; reports an error if the result could not be undone. */
  private Translation checked(Document extended, Translation fresh) {
    if (fresh.isRefused() || fresh.inStep()) {
      return fresh;
    }
    Target same = target.orElseThrow();
    Translating repetition = new Translating(emulator -> same, procedures, reading);
    return new RoundTripCheck(extended, repetition::first)
        .check(fresh.xml())
        .map(problem -> refused(fresh.cells(), List.of(problem)))
        .orElse(fresh);
  }

  private Translation unchanged(Document in, List<SpmCell> cells, List<Problem> problems) {
    return answer(Optional.of(in.text().chars()), problems, cells, true);
  }

  private Translation refused(List<SpmCell> cells, List<Problem> problems) {
    return answer(Optional.empty(), problems, cells, false);
  }

  private Translation answer(
      Optional<String> xml, List<Problem> problems, List<SpmCell> cells, boolean inStep) {
    return new Translation(xml, problems, cells, target, inStep);
  }
}
