package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Node;

/** Children of a declaration: each may be in our namespace or in none, like its parent. */
public final class Children {

  private Children() {}

  /** Returns the children of a name, in document order. */
  public static List<Element> of(Element parent, String name) {
    List<Element> found = List.of();
    for (Node n : parent.children()) {
      if (n instanceof Element e && e.localName().equals(name) && sameNamespace(parent, e)) {
        found = found.isEmpty() ? new ArrayList<>() : found;
        found.add(e);
      }
    }
    return found;
  }

  /** Returns the first child of a name. */
  public static Optional<Element> first(Element parent, String name) {
    List<Element> found = of(parent, name);
    return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
  }

  static boolean sameNamespace(Element parent, Element child) {
    return child.namespace().equals(parent.namespace());
  }
}
