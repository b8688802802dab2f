package org.libvirtspm.translator.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.DomainReader;
import org.libvirtspm.translator.internal.request.RequestTranslation;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** The translation from bytes to bytes; no access to the host. */
public final class Translator {

  private Translator() {}

  /**
   * Translates extended domain XML for the target that the chooser returns.
   *
   * @param document the domain XML, UTF-8
   */
  public static Translation translate(byte[] document, TargetChooser targets) {
    return translateEach(document, in -> targets);
  }

  /**
   * Translates extended domain XML; the chooser may depend on the document, which is read once.
   *
   * @param document the domain XML, UTF-8
   * @param choosers returns the chooser of a document's target
   */
  public static Translation translateEach(
      byte[] document, Function<Document, TargetChooser> choosers) {
    try {
      Document in = read(document);
      return Translating.translate(in, choosers.apply(in), CellReading.BOUND);
    } catch (MalformedException e) {
      return Translation.refused(e.problem());
    }
  }

  /** Translates a domain with a declaration from outside the document. */
  public static Translation translate(byte[] document, String cells, TargetChooser targets) {
    try {
      return RequestTranslation.translate(read(document), cells, targets);
    } catch (MalformedException e) {
      return Translation.refused(RequestTranslation.elsewhere(e.problem()));
    }
  }

  /**
   * Rewrites a translated document into the extended XML it came from; any other document comes
   * back byte for byte.
   *
   * @param document the domain XML, UTF-8
   */
  public static Translation untranslate(byte[] document) {
    try {
      Document in = read(document);
      Problems problems = new Problems(in.text());
      Document extended = Extended.of(in, problems);
      return problems.refused()
          ? answer(Optional.empty(), problems.list(), List.of())
          : answer(Optional.of(extended.text().chars()), problems.list(), cells(extended));
    } catch (MalformedException e) {
      return Translation.refused(e.problem());
    }
  }

  /** Reads the cells, as far as they are readable, without reporting problems. */
  private static List<SpmCell> cells(Document extended) {
    return Declaration.isIn(extended)
        ? DomainReader.read(extended, new Problems(extended.text()), CellReading.BOUND)
            .publicCells()
        : List.of();
  }

  /**
   * Checks a document against the rules that hold for every target; the result is the document
   * itself.
   */
  public static Translation validate(byte[] document) {
    try {
      return validate(read(document));
    } catch (MalformedException e) {
      return Translation.refused(e.problem());
    }
  }

  private static Translation validate(Document in) throws MalformedException {
    if (!Declaration.isIn(in)) {
      return answer(Optional.of(in.text().chars()), List.of(), List.of());
    }
    Problems problems = new Problems(in.text());
    Document extended = Extended.of(in, problems);
    if (problems.refused()) {
      return answer(Optional.empty(), problems.list(), List.of());
    }
    Problems inner = new Problems(extended.text());
    Domain domain = Extended.check(extended, inner, CellReading.BOUND);
    Optional<String> result = inner.refused() ? Optional.empty() : Optional.of(in.text().chars());
    return answer(result, Extended.together(problems, inner.list(), in), domain.publicCells());
  }

  private static Translation answer(
      Optional<String> result, List<Problem> problems, List<SpmCell> cells) {
    return new Translation(result, problems, cells, Optional.empty(), false);
  }

  private static Document read(byte[] bytes) throws MalformedException {
    Document document = DocumentReader.read(SourceText.decode(bytes));
    if (!document.root().is("domain")) {
      throw new MalformedException(
          "the root element is <"
              + Excerpt.name(document.root())
              + ">: this is no libvirt domain, which begins with <domain>",
          document.text().line(document.root().span().start()),
          document.text().column(document.root().span().start()));
    }
    return document;
  }
}
