package org.libvirtspm.translator.internal.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Markup;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Records what a translation replaces, in a form that libvirt keeps, so that it can be undone. */
public final class Journal {

  private final Document document;
  private final Paths paths = new Paths();
  private final List<Markup> entries = new ArrayList<>();
  private final Set<String> created = new LinkedHashSet<>();

  /** Starts empty, for a document. */
  public Journal(Document document) {
    this.document = document;
  }

  /** Returns the path of an element, as entries name it. */
  public String place(Element e) {
    return paths.of(e);
  }

  /** Records the removal of an element; a copy is kept. */
  public void removed(Element e) {
    entries.add(removal(e).with(Markup.copy(document, e)));
  }

  /** Records the removal of an element whose parent has another path after the translation. */
  public void removed(Element e, String from) {
    entries.add(removal(e).with("from", from).with(Markup.copy(document, e)));
  }

  /** Records the removal of a cell whose copy is part of the declaration. */
  public void removedCell(Element e, int id) {
    entries.add(removal(e).with("cell", String.valueOf(id)));
  }

  /**
   * Describes a removal by the element's index and the length of the text before it, since two
   * texts join when the element between them goes. For an element on one line with its surroundings
   * the white space is kept too.
   */
  private NewElement removal(Element e) {
    NewElement entry =
        NewElement.named("removed")
            .with("from", paths.of(e.parent()))
            .with("at", String.valueOf(paths.index(e)));
    String space = document.spaceBefore(e.span().start());
    int text = e.span().start() - space.length() - paths.textStart(e);
    if (text > 0) {
      entry.with("text", String.valueOf(text));
    }
    return space.indexOf('\n') < 0 ? entry.with("space", space) : entry;
  }

  /** Records an addition: undoing removes the child that matches the pattern. */
  public void added(String to, Markup pattern) {
    entries.add(NewElement.named("added").with("to", to).with(pattern));
  }

  /** Records that a size was changed by so much SPM; the old element is kept. */
  public void resized(Element e, long wroteKib, long spmKib) {
    entries.add(resizing(wroteKib, spmKib).with(Markup.copy(document, e)));
  }

  private static NewElement resizing(long wroteKib, long spmKib) {
    return NewElement.named("resized")
        .with("wrote", String.valueOf(wroteKib))
        .with("spm", String.valueOf(spmKib));
  }

  /** Records a size that was missing and is written now, by the translation or by libvirt. */
  public void sizeLeftOut(NewElement size, long expectedKib, long spmKib) {
    entries.add(resizing(expectedKib, spmKib).with(size));
  }

  /**
   * Records that an attribute was changed or removed.
   *
   * @param now the new value; null if it was removed
   */
  public void changed(Element e, Attribute attribute, String now) {
    String space = document.spaceBefore(attribute.span().start());
    NewElement entry =
        NewElement.named("changed")
            .with("at", paths.of(e))
            .with("index", String.valueOf(e.attributes().indexOf(attribute)))
            .with("was", space + document.text().slice(attribute.span()));
    entries.add(now == null ? entry : entry.with("now", now));
  }

  /**
   * Records that a container was created, which undoing removes if it is empty.
   *
   * @return false if it was already recorded
   */
  public boolean created(String name) {
    return created.add(name);
  }

  /** Returns the record as an element of that name. */
  public NewElement markup(String name) {
    NewElement undo = NewElement.named(name);
    if (!created.isEmpty()) {
      undo.with("created", String.join(" ", created));
    }
    return undo.with(entries);
  }

  /** True if there is nothing to undo. */
  public boolean isEmpty() {
    return entries.isEmpty() && created.isEmpty();
  }
}
