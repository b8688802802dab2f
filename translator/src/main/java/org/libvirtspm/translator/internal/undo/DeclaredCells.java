package org.libvirtspm.translator.internal.undo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Markup;

/** The cells of the declaration in the metadata. */
final class DeclaredCells {

  private DeclaredCells() {}

  static Stream<Element> of(Element declaration) {
    return declaration.elements().filter(e -> e.localName().equals("cell"));
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
    of(declaration).forEach(c -> cells.putIfAbsent(c.value("id").orElse(""), c));
    return cells;
  }
}
