package org.libvirtspm.translator.internal.request;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.SourceText;

/** SPM cells as somebody asks for them: what would be inside {@code <spm:numa>}. */
final class Request {

  private static final String START = "<spm:numa xmlns:spm='" + Declaration.NAMESPACE + "'>\n";
  private static final String END = "\n</spm:numa>";

  private final Document document;
  private final List<Element> cells;

  private Request(Document document) {
    this.document = document;
    this.cells = document.root().elements().filter(e -> e.localName().equals("cell")).toList();
  }

  /**
   * Reads the cells.
   *
   * @throws MalformedException when they are not XML, or none; its line counts in the request
   */
  static Request read(String cells) throws MalformedException {
    Request request;
    try {
      request = new Request(DocumentReader.read(new SourceText(START + cells + END)));
    } catch (MalformedException e) {
      int last = (int) cells.lines().count();
      int line = Math.max(1, Math.min(e.problem().line() - 1, last));
      throw new MalformedException(
          "the request is no list of <cell> elements: " + e.getMessage(),
          line,
          e.problem().column());
    }
    if (request.cells.isEmpty()) {
      throw new MalformedException(
          "the request has no <cell>: "
              + Remedy.of("write for example <cell memory='16' unit='GiB'/>"),
          1,
          1);
    }
    return request;
  }

  /** How many cells are asked for. */
  int size() {
    return cells.size();
  }

  /** How many of them leave their number to us. */
  int unnumbered() {
    return (int) cells.stream().filter(c -> c.attribute("id").isEmpty()).count();
  }

  /** The numbers that are given, as they are written. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    cells.forEach(c -> c.value("id").ifPresent(ids::add));
    return ids;
  }

  /** What the cells will have in KiB; one whose size cannot be read is refused later. */
  Set<Long> sizesKib() {
    Set<Long> sizes = new HashSet<>();
    for (Element cell : cells) {
      try {
        String unit = cell.value("unit").orElse("");
        sizes.add(MemorySize.alignCellKib(MemorySize.kib(cell.value("memory").orElse(""), unit)));
      } catch (BadValueException bad) {
        // Then there is no translation.
      }
    }
    return sizes;
  }

  /**
   * The declaration for a document's metadata: the request is all but its first line and its last.
   */
  String declaration() {
    return document.text().chars();
  }

  /** The line of the request that is a line of a document with its declaration. */
  Optional<Integer> line(Document domain, int line) {
    Element numa = Declaration.metadata(domain.root()).orElseThrow();
    int first = domain.text().line(numa.startTag().start()) + 1;
    int last = domain.text().line(numa.endTag().start()) - 1;
    return line < first || line > last ? Optional.empty() : Optional.of(line - first + 1);
  }
}
