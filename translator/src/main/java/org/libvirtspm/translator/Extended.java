package org.libvirtspm.translator;

import java.util.List;
import org.libvirtspm.translator.internal.check.Rules;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.DomainReader;
import org.libvirtspm.translator.internal.undo.Undo;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.RefusedException;
import org.libvirtspm.translator.internal.xml.SourceText;
import org.libvirtspm.translator.internal.xml.Span;

/** The extended XML that a translated document stands for. */
final class Extended {

  private Extended() {}

  /**
   * Undoes the translation, if there is one; what it returns is meaningless if a problem refuses
   * it.
   */
  static Document of(Document translated, Problems problems) throws RefusedException {
    if (!Declaration.isTranslated(translated)) {
      return translated;
    }
    String out = Undo.undo(translated, problems);
    return problems.refused() ? translated : read(out, translated);
  }

  /** The record of a translation is anyone's to edit: what comes of it must be XML again. */
  private static Document read(String out, Document translated) throws RefusedException {
    try {
      if (out.length() > SourceText.MAX_BYTES) {
        throw new RefusedException("it would have " + out.length() + " characters", 1, 1);
      }
      return DocumentReader.read(new SourceText(out));
    } catch (RefusedException e) {
      Span at = Declaration.metadata(translated.root()).orElse(translated.root()).startTag();
      throw new RefusedException(
          "the <undo> record cannot be carried out: restore the metadata (" + e.getMessage() + ")",
          translated.text().line(at.start()),
          translated.text().column(at.start()));
    }
  }

  /** Reads extended XML, and applies the rules that hold for every target. */
  static Domain check(Document extended, Problems problems, CellReading reading) {
    Domain domain = DomainReader.read(extended, problems, reading);
    if (!problems.refused() && !domain.spmCells().isEmpty()) {
      Rules.COMMON.forEach(r -> r.check(domain, problems));
    }
    return domain;
  }

  /** Problems of the extended XML a document stands for are those of its declaration. */
  static List<Problem> moved(List<Problem> problems, Document translated) {
    if (problems.isEmpty()) {
      return problems;
    }
    int at = Declaration.metadata(translated.root()).orElse(translated.root()).span().start();
    int line = translated.text().line(at);
    int column = translated.text().column(at);
    return problems.stream()
        .map(p -> new Problem(p.severity(), p.message(), line, column))
        .toList();
  }
}
