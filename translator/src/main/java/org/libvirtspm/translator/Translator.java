package org.libvirtspm.translator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.check.Rules;
import org.libvirtspm.translator.dialect.Form;
import org.libvirtspm.translator.domain.Declaration;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.domain.DomainReader;
import org.libvirtspm.translator.plan.Plan;
import org.libvirtspm.translator.undo.Undo;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.DocumentReader;
import org.libvirtspm.translator.xml.Element;
import org.libvirtspm.translator.xml.RefusedException;
import org.libvirtspm.translator.xml.SourceText;
import org.libvirtspm.translator.xml.Span;

/** The translation: document in, document out, and nothing else touched. */
public final class Translator {

  private Translator() {}

  /**
   * Rewrites extended domain XML into what the chosen target's libvirt takes. A document without
   * SPM comes back byte for byte, and so does one that is translated already.
   *
   * @param document the domain XML, UTF-8
   */
  public static Result translate(byte[] document, TargetChooser targets) {
    try {
      Document in = read(document);
      if (!Declaration.isIn(in)) {
        return new Result(Optional.of(document), List.of());
      }
      return Declaration.isTranslated(in) ? again(document, in, targets) : first(in, targets);
    } catch (RefusedException e) {
      return new Result(Optional.empty(), List.of(e.problem()));
    }
  }

  /**
   * Rewrites a translated document into the extended XML it came from; any other document comes
   * back byte for byte.
   *
   * @param document the domain XML, UTF-8
   */
  public static Result untranslate(byte[] document) {
    try {
      Document in = read(document);
      Problems problems = new Problems(in.text());
      String out = Undo.undo(in, problems);
      if (!problems.refused()) {
        checkUndone(out, in);
      }
      return result(out, problems);
    } catch (RefusedException e) {
      return new Result(Optional.empty(), List.of(e.problem()));
    }
  }

  /** Everything to say about a document, whatever its target. */
  public static List<Problem> validate(byte[] document) {
    try {
      Document in = read(document);
      if (!Declaration.isIn(in)) {
        return List.of();
      }
      Problems problems = new Problems(in.text());
      if (!Declaration.isTranslated(in)) {
        check(in, problems);
        return problems.list();
      }
      Document extended = extended(in, problems);
      if (problems.refused()) {
        return problems.list();
      }
      Problems inner = new Problems(extended.text());
      check(extended, inner);
      return moved(inner.list(), in);
    } catch (RefusedException e) {
      return List.of(e.problem());
    }
  }

  private static Document read(byte[] bytes) throws RefusedException {
    Document document = DocumentReader.read(SourceText.decode(bytes));
    if (!document.root().is("domain")) {
      throw new RefusedException(
          "the root element is <"
              + document.root().qualifiedName()
              + ">: this is no libvirt domain, which begins with <domain>",
          document.text().line(document.root().span().start()),
          document.text().column(document.root().span().start()));
    }
    return document;
  }

  private static Result first(Document in, TargetChooser targets) {
    Problems problems = new Problems(in.text());
    Domain domain = check(in, problems);
    if (problems.refused()) {
      return result("", problems);
    }
    if (hasNothingToDo(domain)) {
      return result(in.text().chars(), problems);
    }
    Target target = targets.choose(in.root().descend("devices", "emulator").map(Element::text));
    Form form = target.dialect().form(target.libvirt());
    form.rules().forEach(r -> r.check(domain, problems));
    if (problems.refused()) {
      return result("", problems);
    }
    Plan plan = new Plan(domain);
    form.steps().forEach(s -> s.apply(domain, plan));
    return result(plan.apply(), problems);
  }

  private static Domain check(Document in, Problems problems) {
    Domain domain = DomainReader.read(in, problems);
    if (!problems.refused() && !domain.spmCells().isEmpty()) {
      Rules.COMMON.forEach(r -> r.check(domain, problems));
    }
    return domain;
  }

  private static boolean hasNothingToDo(Domain domain) {
    return domain.spmCells().isEmpty()
        && domain.cells().stream().noneMatch(c -> c.declared().attribute("spm").isPresent());
  }

  private static Result again(byte[] document, Document in, TargetChooser targets)
      throws RefusedException {
    Problems problems = new Problems(in.text());
    Document extended = extended(in, problems);
    if (problems.refused()) {
      return result("", problems);
    }
    Result fresh = first(extended, targets);
    List<Problem> moved = moved(fresh.problems(), in);
    if (fresh.document().isEmpty() || !Equivalence.same(in, read(fresh.document().get()))) {
      return new Result(fresh.document(), moved);
    }
    return new Result(Optional.of(document), moved);
  }

  private static Document extended(Document in, Problems problems) throws RefusedException {
    String out = Undo.undo(in, problems);
    return problems.refused() ? in : checkUndone(out, in);
  }

  /** The record of a translation is anyone's to edit: what comes of it must be XML again. */
  private static Document checkUndone(String out, Document in) throws RefusedException {
    try {
      return DocumentReader.read(new SourceText(out));
    } catch (RefusedException e) {
      Span at = Declaration.metadata(in.root()).orElse(in.root()).startTag();
      throw new RefusedException(
          "the <undo> record cannot be carried out: restore the metadata (" + e.getMessage() + ")",
          in.text().line(at.start()),
          in.text().column(at.start()));
    }
  }

  /** Problems of the extended XML a document stands for are those of its declaration. */
  private static List<Problem> moved(List<Problem> problems, Document in) {
    int at = Declaration.metadata(in.root()).orElse(in.root()).span().start();
    return problems.stream()
        .map(p -> new Problem(p.severity(), p.message(), in.text().line(at), in.text().column(at)))
        .toList();
  }

  private static Result result(String text, Problems problems) {
    return new Result(
        problems.refused() ? Optional.empty() : Optional.of(text.getBytes(StandardCharsets.UTF_8)),
        problems.list());
  }
}
