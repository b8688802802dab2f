package org.libvirtspm.translator.internal.undo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.xml.Element;

/** The cells of our element in the metadata. */
final class DeclaredCells {

  private DeclaredCells() {}

  static Stream<Element> of(Element declaration) {
    return declaration.elements().filter(e -> e.localName().equals("cell"));
  }

  /** The first cell of each id, in the order they are declared. */
  static Map<String, Element> byId(Element declaration) {
    Map<String, Element> cells = new LinkedHashMap<>();
    of(declaration).forEach(c -> cells.putIfAbsent(c.value("id").orElse(""), c));
    return cells;
  }
}
