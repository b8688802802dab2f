package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;

/** Children of a declaration, which may stand with or without our namespace, like their parent. */
public final class Children {

  private Children() {}

  /** The children of that name, in document order. */
  public static List<Element> of(Element parent, String name) {
    return parent
        .elements()
        .filter(c -> c.localName().equals(name) && sameNamespace(parent, c))
        .toList();
  }

  /** The first child of that name. */
  public static Optional<Element> first(Element parent, String name) {
    return of(parent, name).stream().findFirst();
  }

  static boolean sameNamespace(Element parent, Element child) {
    return child.namespace().equals(parent.namespace());
  }
}
