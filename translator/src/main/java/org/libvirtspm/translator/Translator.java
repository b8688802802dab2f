package org.libvirtspm.translator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.RefusedException;
import org.libvirtspm.translator.internal.xml.SourceText;

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
      return Translation.of(read(document), targets, CellReading.BOUND).result();
    } catch (RefusedException e) {
      return refused(List.of(e.problem()));
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
      String out = Extended.of(in, problems).text().chars();
      return problems.refused()
          ? refused(problems.list())
          : new Result(Optional.of(out.getBytes(StandardCharsets.UTF_8)), problems.list());
    } catch (RefusedException e) {
      return refused(List.of(e.problem()));
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
        var unused = Extended.check(in, problems, CellReading.BOUND);
        return problems.list();
      }
      Document extended = Extended.of(in, problems);
      if (problems.refused()) {
        return problems.list();
      }
      Problems inner = new Problems(extended.text());
      var unused = Extended.check(extended, inner, CellReading.BOUND);
      return Extended.moved(inner.list(), in);
    } catch (RefusedException e) {
      return List.of(e.problem());
    }
  }

  /** The SPM cells of extended or translated XML; none when it is refused. */
  public static List<Cell> cells(byte[] document) {
    try {
      Document in = read(document);
      Problems problems = new Problems(in.text());
      Document extended = Extended.of(in, problems);
      Problems inner = new Problems(extended.text());
      return problems.refused()
          ? List.of()
          : Extended.check(extended, inner, CellReading.DIRECT).spmCells();
    } catch (RefusedException e) {
      return List.of();
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

  private static Result refused(List<Problem> problems) {
    return new Result(Optional.empty(), problems);
  }
}
