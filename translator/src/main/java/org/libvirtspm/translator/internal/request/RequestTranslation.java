package org.libvirtspm.translator.internal.request;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Extended;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.Translating;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.plan.DomainOrder;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.SourceText;
import org.libvirtspm.translator.internal.xml.TooLongException;

/** Translates a document for a request from outside it; only the request counts. */
public final class RequestTranslation {

  private final Request request;
  private final Element root;
  private final Editor editor;

  private RequestTranslation(Request request, Document document) {
    this.request = request;
    this.root = document.root();
    this.editor = new Editor(document);
  }

  /**
   * Removes earlier translations, inserts the request and translates.
   *
   * @param cells the content of {@code <spm:numa>}
   */
  public static Translation translate(Document domain, String cells, TargetChooser targets) {
    Request request;
    try {
      request = Request.read(cells);
    } catch (MalformedException e) {
      return Translation.refused(e.problem());
    }
    try {
      Problems undoing = new Problems(domain.text());
      Document whole = new RequestTranslation(request, undone(domain, undoing)).declare();
      Translation done = Translating.translate(whole, targets, CellReading.BOUND);
      return new Translation(
          done.isRefused() ? Optional.empty() : Optional.of(done.xml()),
          together(undoing, done.problems().stream().map(p -> placed(p, request, whole)).toList()),
          done.cells(),
          done.target(),
          false);
    } catch (MalformedException e) {
      return Translation.refused(elsewhere(e.problem()));
    }
  }

  /** Adds the warnings of undoing; none if undoing was refused. */
  private static List<Problem> together(Problems undoing, List<Problem> translating) {
    List<Problem> warnings = undoing.refused() ? List.of() : undoing.list();
    return warnings.isEmpty()
        ? translating
        : Problems.together(
            warnings.stream().map(RequestTranslation::elsewhere).toList(), translating);
  }

  private static Problem placed(Problem p, Request request, Document whole) {
    return request
        .line(whole, p.line())
        .map(line -> p.at(line, p.column()))
        .orElseGet(() -> elsewhere(p));
  }

  /** Moves a problem of the domain to line 0: the text is not the requester's. */
  public static Problem elsewhere(Problem p) {
    return p.at(0, 0);
  }

  /**
   * Undoes a translation that has its record; remains without one are left to {@link Leftovers}.
   */
  private static Document undone(Document domain, Problems problems) throws MalformedException {
    Document extended = Extended.of(domain, problems);
    return problems.refused() ? domain : extended;
  }

  private Document declare() throws MalformedException {
    new Leftovers(root, editor).remove(request);
    root.elements("metadata").stream()
        .flatMap(e -> e.elements().stream())
        .filter(e -> e.is(Declaration.NAMESPACE, "numa"))
        .forEach(editor::remove);
    String declaration = request.declaration();
    Optional<Element> metadata = root.child("metadata");
    if (metadata.isPresent()) {
      editor.append(metadata.get(), (out, indent, step) -> out.append(declaration));
    } else {
      editor.insert(
          root,
          DomainOrder.index(root, "metadata"),
          NewElement.named("metadata").with((out, indent, step) -> out.append(declaration)));
    }
    return DocumentReader.read(new SourceText(text()));
  }

  private String text() throws MalformedException {
    try {
      return editor.apply();
    } catch (TooLongException e) {
      throw new MalformedException("request: " + e.getMessage(), 1, 1);
    }
  }
}
