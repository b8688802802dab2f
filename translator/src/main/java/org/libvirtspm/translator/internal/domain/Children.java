package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;

/** Children of a declaration: each may be in our namespace or in none, like its parent. */
public final class Children {

  private Children() {}

  /** Returns the children of a name, in document order. */
  public static List<Element> of(Element parent, String name) {
    return parent
        .elements()
        .filter(c -> c.localName().equals(name) && sameNamespace(parent, c))
        .toList();
  }

  /** Returns the first child of a name. */
  public static Optional<Element> first(Element parent, String name) {
    return of(parent, name).stream().findFirst();
  }

  static boolean sameNamespace(Element parent, Element child) {
    return child.namespace().equals(parent.namespace());
  }
}
