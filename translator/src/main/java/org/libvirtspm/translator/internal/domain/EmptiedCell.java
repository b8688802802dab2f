package org.libvirtspm.translator.internal.domain;

import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Markup;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * A declared cell as the native form writes it in {@code <cpu><numa>}: everything but its memory.
 */
public final class EmptiedCell {

  private EmptiedCell() {}

  /** Returns the cell's markup. */
  public static Markup markup(Document document, Cell cell) {
    NewElement e = NewElement.named("cell").with("id", String.valueOf(cell.id()));
    cell.cpus().ifPresent(c -> e.with("cpus", c));
    e.with("memory", "0").with("unit", "KiB");
    cell.access().ifPresent(a -> e.with("memAccess", a));
    cell.discard().ifPresent(d -> e.with("discard", d));
    cell.declared().elements().stream()
        .filter(c -> c.localName().equals("distances") || c.localName().equals("cache"))
        .forEach(c -> e.with(plain(c)));
    return e;
  }

  /** Copies an element without prefix, text and comments. */
  public static NewElement plain(Element element) {
    NewElement copy = NewElement.named(element.localName());
    element.attributes().stream()
        .filter(a -> !a.declaresNamespace())
        .forEach(a -> copy.with(a.name(), a.value()));
    element.elements().forEach(c -> copy.with(plain(c)));
    return copy;
  }
}
