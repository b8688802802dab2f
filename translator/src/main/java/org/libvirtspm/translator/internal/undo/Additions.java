package org.libvirtspm.translator.internal.undo;

import java.util.Optional;
import org.libvirtspm.schema.jaxb.Added;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Removes the elements that a translation added, found by recorded patterns. */
final class Additions {

  /** Limit of comparisons per character of the document; less than one is usual. */
  private static final long EFFORT = 4;

  private final Document document;
  private final Editor editor;
  private final Paths paths;
  private final Problems problems;
  private final Patterns patterns;

  Additions(Document document, Editor editor, Paths paths, Problems problems) {
    this.document = document;
    this.editor = editor;
    this.paths = paths;
    this.problems = problems;
    this.patterns = new Patterns(editor, EFFORT * document.text().length());
  }

  void remove(TranslationRecord record) {
    for (Entry<Added> entry : record.additions()) {
      remove(entry);
      if (patterns.isExhausted()) {
        problems.error(
            entry.element(),
            "<undo> adds too much that has changed since: " + Remedy.of("restore the metadata"));
        return;
      }
    }
  }

  private void remove(Entry<Added> entry) {
    Optional<Element> parent = paths.find(document.root(), entry.said().getTo());
    Optional<Element> pattern = entry.content();
    if (parent.isPresent() && pattern.isPresent()) {
      patterns.find(parent.get(), pattern.get()).ifPresent(e -> takeOut(e, pattern.get()));
    }
  }

  /** Removes an element, or only its recorded children if others were added since. */
  private void takeOut(Element e, Element pattern) {
    if (pattern.elements().isEmpty() || e.elements().size() == pattern.elements().size()) {
      takeOut(e);
      return;
    }
    pattern.elements().forEach(p -> patterns.find(e, p).ifPresent(this::takeOut));
  }

  private void takeOut(Element e) {
    new LaterAdditions(problems).refuse(e);
    editor.remove(e);
  }
}
