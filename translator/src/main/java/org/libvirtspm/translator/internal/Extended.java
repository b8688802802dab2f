package org.libvirtspm.translator.internal;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.internal.check.Rule;
import org.libvirtspm.translator.internal.check.Rules;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.DomainReader;
import org.libvirtspm.translator.internal.domain.UndeclaredTranslation;
import org.libvirtspm.translator.internal.undo.Undo;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.SourceText;
import org.libvirtspm.translator.internal.xml.Span;
import org.libvirtspm.translator.internal.xml.TooLongException;

/** The extended XML that a translated document was made from. */
public final class Extended {

  private Extended() {}

  /**
   * Undoes the translation, if there is one. The result is meaningful only if no error was
   * reported.
   */
  public static Document of(Document translated, Problems problems) throws MalformedException {
    return of(translated, Optional.empty(), problems);
  }

  /**
   * Undoes the translation, if there is one.
   *
   * @param expected extended XML; if the undone text is the same, it isn't parsed again
   */
  static Document of(Document translated, Optional<Document> expected, Problems problems)
      throws MalformedException {
    if (!Declaration.isTranslated(translated)) {
      return translated;
    }
    problems.setCode("Record");
    UndeclaredTranslation.check(translated.root(), problems);
    if (problems.refused()) {
      return translated;
    }
    Optional<String> out = undone(translated, problems);
    if (problems.refused()) {
      return translated;
    }
    if (expected.isPresent() && out.equals(expected.map(e -> e.text().chars()))) {
      return expected.get();
    }
    Document extended = read(out, translated);
    if (Declaration.isTranslated(extended)) {
      problems.error(
          Declaration.metadata(translated.root()).orElseThrow(),
          "the <undo> record puts back another translation: " + Remedy.of("restore the metadata"));
    } else if (Undo.lacksCells(extended, translated)) {
      problems.error(
          Declaration.metadata(translated.root()).orElseThrow(),
          "the <undo> record does not bring every declared cell back: "
              + Remedy.of("restore the metadata"));
    }
    return extended;
  }

  /** Empty when it would be too long, or a problem refuses it. */
  private static Optional<String> undone(Document translated, Problems problems) {
    try {
      return Optional.of(Undo.undo(translated, problems));
    } catch (TooLongException e) {
      return Optional.empty();
    }
  }

  /** Parses the undone text: the record can be edited by anybody, so the text may not be XML. */
  private static Document read(Optional<String> out, Document translated)
      throws MalformedException {
    try {
      if (out.filter(o -> o.length() <= SourceText.MAX_BYTES).isEmpty()) {
        throw new MalformedException(new TooLongException().getMessage(), 1, 1);
      }
      return DocumentReader.read(new SourceText(out.get()));
    } catch (MalformedException e) {
      Span at = Declaration.metadata(translated.root()).orElse(translated.root()).startTag();
      throw new MalformedException(
          "the <undo> record cannot be carried out: "
              + Remedy.of("restore the metadata (" + e.getMessage() + ")"),
          translated.text().line(at.start()),
          translated.text().column(at.start()));
    }
  }

  /** Reads extended XML and applies the rules that hold for every target. */
  public static Domain check(Document extended, Problems problems, CellReading reading) {
    Domain domain = DomainReader.read(extended, problems, reading);
    if (!problems.refused() && !hasNothingToDo(domain)) {
      List<Rule> rules = domain.spmCells().isEmpty() ? Rules.MARKS : Rules.COMMON;
      Rule.checkAll(rules, domain, problems);
    }
    return domain;
  }

  /** True for a domain in which no cell has a mark, neither on nor off. */
  static boolean hasNothingToDo(Domain domain) {
    return domain.spmCells().isEmpty()
        && domain.cells().stream().noneMatch(c -> c.declared().attribute("spm").isPresent());
  }

  /**
   * Returns the problems of undoing a translation and those of the extended XML, in the order of
   * their lines.
   */
  static List<Problem> together(Problems undoing, List<Problem> extended, Document translated) {
    List<Problem> all = moved(extended, translated);
    if (undoing.list().isEmpty()) {
      // The usual case. The comparator's lambdas can't be archived; the hook must not load them.
      return all;
    }
    return Problems.together(all, undoing.list().stream().filter(p -> !all.contains(p)).toList());
  }

  /** Moves problems of the extended XML to the declaration in the translated document. */
  private static List<Problem> moved(List<Problem> problems, Document translated) {
    if (problems.isEmpty() || !Declaration.isTranslated(translated)) {
      return problems;
    }
    int at = Declaration.metadata(translated.root()).orElse(translated.root()).span().start();
    int line = translated.text().line(at);
    int column = translated.text().column(at);
    return problems.stream().map(p -> p.at(line, column)).toList();
  }
}
