package org.libvirtspm.translator.internal.undo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Markup;

/** The cells of the declaration in the metadata. */
final class DeclaredCells {

  private DeclaredCells() {}

  static List<Element> of(Element declaration) {
    List<Element> cells = new ArrayList<>();
    for (Element e : declaration.elements()) {
      if (e.localName().equals("cell")) {
        cells.add(e);
      }
    }
    return cells;
  }

  /** True if the author declared the cells there; false if they are copies. */
  static boolean areAuthors(Element declaration) {
    return declaration.value("declared").filter("metadata"::equals).isPresent();
  }

  /** Returns a cell as its author wrote it, without an id that the translation added. */
  static Markup markup(Document document, Element cell, TranslationRecord record) {
    Optional<Attribute> id = cell.attribute("id").filter(a -> record.gaveId(a.value()));
    return id.isEmpty()
        ? Markup.copy(document, cell)
        : Markup.copyWithout(document, cell, id.get());
  }

  /** Returns the first cell of each id, in declaration order. */
  static Map<String, Element> byId(Element declaration) {
    Map<String, Element> cells = new LinkedHashMap<>();
    for (Element cell : of(declaration)) {
      cells.putIfAbsent(cell.value("id").orElse(""), cell);
    }
    return cells;
  }
}
