package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;

/**
 * The check of {@code --dax-only}: the memory of a cell comes from a device-dax device, or from no
 * path. It is made on the cells that the translation is made of, never on a reading of its own.
 */
final class DaxPaths {

  /** Code of the error. */
  static final String CODE = "dax-only";

  private static final String REMEDY = "name one, for example /dev/dax0.0";

  private DaxPaths() {}

  /** Refuses the translation of a document that names another path; else returns it. */
  static Translation checked(Translation translation, byte[] document) {
    if (translation.isRefused()) {
      return translation;
    }
    List<Problem> problems =
        translation.cells().stream()
            .filter(cell -> cell.path().filter(path -> !DaxDevices.isDaxPath(path)).isPresent())
            .map(cell -> problem(cell, document))
            .toList();
    return problems.isEmpty()
        ? translation
        : new Translation(
            Optional.empty(), problems, translation.cells(), translation.target(), false);
  }

  private static Problem problem(SpmCell cell, byte[] document) {
    String path = cell.path().orElseThrow();
    String message =
        "cell " + cell.id() + ": path '" + Excerpt.of(path) + "' is no device /dev/daxX.Y: ";
    Problem problem =
        new Problem(
            Severity.ERROR, CODE, message + REMEDY, REMEDY, 1, 1, OptionalInt.of(cell.id()));
    return DomainDocument.read(document).map(domain -> at(problem, path, domain)).orElse(problem);
  }

  /** Returns the problem at the first element that says the path: where it is shown, no more. */
  private static Problem at(Problem problem, String path, DomainDocument domain) {
    return place(domain.root(), path)
        .map(e -> e.startTag().start())
        .map(
            offset ->
                problem.at(
                    domain.document().text().line(offset), domain.document().text().column(offset)))
        .orElse(problem);
  }

  private static Optional<Element> place(Element e, String path) {
    return e.localName().equals("path") && e.rawText().equals(path)
        ? Optional.of(e)
        : e.elements().stream().flatMap(c -> place(c, path).stream()).findFirst();
  }
}
