package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.xml.Element;

/** Finds elements of a {@code <source>}, as places for problems. */
final class SourceElements {

  private SourceElements() {}

  /** Returns the element of that name, or the cell if it is missing. */
  static Element find(Cell cell, String name) {
    return cell.declared().elements().stream()
        .filter(e -> e.localName().equals("source"))
        .flatMap(e -> e.elements().stream())
        .filter(e -> e.localName().equals(name))
        .findFirst()
        .orElse(cell.declared());
  }
}
