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

/** Writes down what a translation replaces, in a form that survives libvirt: the way back. */
public final class Journal {

  private final Document document;
  private final Paths paths = new Paths();
  private final List<Markup> entries = new ArrayList<>();
  private final Set<String> created = new LinkedHashSet<>();

  /** Starts empty, for that document. */
  public Journal(Document document) {
    this.document = document;
  }

  /** The place of an element, as entries name it. */
  public String place(Element e) {
    return paths.of(e);
  }

  /** An element was taken out; its copy is kept. */
  public void removed(Element e) {
    entries.add(removal(e).with(Markup.copy(document, e)));
  }

  /** An element was taken out of a place that has another name from now on. */
  public void removed(Element e, String from) {
    entries.add(removal(e).with("from", from).with(Markup.copy(document, e)));
  }

  /** A cell was taken out whose copy is kept as part of the declaration. */
  public void removedCell(Element e, int id) {
    entries.add(removal(e).with("cell", String.valueOf(id)));
  }

  /**
   * Its place is told by what stands before it and by the length of the text in between: two texts
   * become one when what is between them goes. What stood on one line with its surroundings goes
   * back there: the white space is kept.
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

  /** An element was put in; on the way back whatever matches the pattern goes out again. */
  public void added(String to, Markup pattern) {
    entries.add(NewElement.named("added").with("to", to).with(pattern));
  }

  /** A size was rewritten because of so much SPM; the element is kept. */
  public void resized(Element e, long wroteKib, long spmKib) {
    entries.add(resizing(wroteKib, spmKib).with(Markup.copy(document, e)));
  }

  private static NewElement resizing(long wroteKib, long spmKib) {
    return NewElement.named("resized")
        .with("wrote", String.valueOf(wroteKib))
        .with("spm", String.valueOf(spmKib));
  }

  /** A size that was not given is written, or appears when libvirt fills it in. */
  public void sizeLeftOut(NewElement size, long expectedKib, long spmKib) {
    entries.add(resizing(expectedKib, spmKib).with(size));
  }

  /**
   * An attribute was changed or taken out.
   *
   * @param now the new value; null when it was taken out
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
   * Something was made that goes when nothing needs it any more.
   *
   * @return false when that was already known
   */
  public boolean created(String name) {
    return created.add(name);
  }

  /** The record, under that name. */
  public NewElement markup(String name) {
    NewElement undo = NewElement.named(name);
    if (!created.isEmpty()) {
      undo.with("created", String.join(" ", created));
    }
    return undo.with(entries);
  }

  /** True when there is nothing to undo. */
  public boolean isEmpty() {
    return entries.isEmpty() && created.isEmpty();
  }
}
