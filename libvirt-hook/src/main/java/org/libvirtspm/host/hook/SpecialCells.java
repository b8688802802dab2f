package org.libvirtspm.host.hook;

import java.util.List;
import java.util.stream.Collectors;
import org.libvirtspm.translator.Result;
import org.libvirtspm.translator.Translator;
import org.libvirtspm.translator.domain.Cell;
import org.libvirtspm.translator.domain.DomainReader;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.DocumentReader;
import org.libvirtspm.translator.xml.RefusedException;
import org.libvirtspm.translator.xml.SourceText;

/** The SPM cells a document declares, translated or not. */
record SpecialCells(List<SpecialCell> list) {

  static SpecialCells of(byte[] xml) {
    Result extended = Translator.untranslate(xml);
    byte[] declared = extended.document().orElseThrow(() -> Problems.refusal(extended.problems()));
    try {
      Document document = DocumentReader.read(SourceText.decode(declared));
      var problems = new org.libvirtspm.translator.Problems(document.text());
      return new SpecialCells(
          DomainReader.read(document, problems).spmCells().stream()
              .map(SpecialCells::cell)
              .toList());
    } catch (RefusedException e) {
      throw new IllegalStateException("what the translator writes can be read", e);
    }
  }

  private static SpecialCell cell(Cell cell) {
    return new SpecialCell(
        cell.id(),
        cell.sizeKib(),
        cell.source().path().orElse(""),
        cell.source().effectiveAlignKib(cell.sizeKib()).orElse(0));
  }

  /** Such as {@code the Specific Purpose Memory of cell 1 (16 GiB, /dev/dax0.0)}. */
  String sentence() {
    return list.stream()
        .map(SpecialCells::words)
        .collect(Collectors.joining(" and ", "the Specific Purpose Memory of ", ""));
  }

  private static String words(SpecialCell cell) {
    String path = cell.hasPath() ? ", " + cell.path() : "";
    return "cell " + cell.id() + " (" + Sentence.size(cell.sizeKib()) + path + ")";
  }
}
