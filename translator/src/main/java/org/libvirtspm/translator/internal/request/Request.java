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

/** SPM cells requested from outside the document: the content of {@code <spm:numa>}. */
final class Request {

  private static final String START = "<spm:numa xmlns:spm='" + Declaration.NAMESPACE + "'>\n";
  private static final String END = "\n</spm:numa>";

  private final Document document;
  private final List<Element> cells;

  private Request(Document document) {
    this.document = document;
    this.cells =
        document.root().elements().stream().filter(e -> e.localName().equals("cell")).toList();
  }

  /**
   * Parses the cells.
   *
   * @throws MalformedException if they are not XML or there are none; its line counts in the
   *     request
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

  /** Returns the number of requested cells. */
  int size() {
    return cells.size();
  }

  /** Returns the number of cells without an id. */
  int unnumbered() {
    return (int) cells.stream().filter(c -> c.attribute("id").isEmpty()).count();
  }

  /** Returns the given ids, as written. */
  Set<String> ids() {
    Set<String> ids = new HashSet<>();
    cells.forEach(c -> c.value("id").ifPresent(ids::add));
    return ids;
  }

  /** Returns the cell sizes in KiB, without unreadable ones. */
  Set<Long> sizesKib() {
    Set<Long> sizes = new HashSet<>();
    for (Element cell : cells) {
      try {
        String unit = cell.value("unit").orElse("");
        sizes.add(MemorySize.alignCellKib(MemorySize.kib(cell.value("memory").orElse(""), unit)));
      } catch (BadValueException bad) {
        // The translation refuses such a cell later.
      }
    }
    return sizes;
  }

  /**
   * Returns the declaration for a document's metadata; the request is all but its first and last
   * line.
   */
  String declaration() {
    return document.text().chars();
  }

  /** Converts a line of a document with this declaration to a line of the request. */
  Optional<Integer> line(Document domain, int line) {
    Element numa = Declaration.metadata(domain.root()).orElseThrow();
    int first = domain.text().line(numa.startTag().start()) + 1;
    int last = domain.text().line(numa.endTag().start()) - 1;
    return line < first || line > last ? Optional.empty() : Optional.of(line - first + 1);
  }
}
