package org.libvirtspm.translator.undo;

import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.translator.xml.Element;

/** The cells of our element in the metadata. */
final class DeclaredCells {

  private DeclaredCells() {}

  static Stream<Element> of(Element declaration) {
    return declaration.elements().filter(e -> e.localName().equals("cell"));
  }

  static Optional<Element> withId(Element declaration, String id) {
    return of(declaration).filter(c -> c.value("id").filter(id::equals).isPresent()).findFirst();
  }
}
