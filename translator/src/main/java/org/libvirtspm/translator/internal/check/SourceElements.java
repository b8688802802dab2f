package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.xml.Element;

/** Finds what a {@code <source>} is made of, to point at it. */
final class SourceElements {

  private SourceElements() {}

  /** The element of that name, or the cell where it is missing. */
  static Element find(Cell cell, String name) {
    return cell.declared()
        .elements()
        .filter(e -> e.localName().equals("source"))
        .flatMap(Element::elements)
        .filter(e -> e.localName().equals(name))
        .findFirst()
        .orElse(cell.declared());
  }
}
