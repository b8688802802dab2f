package org.libvirtspm.translator.internal.xml;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Namespace declarations in scope. */
final class Namespaces {

  private Namespaces() {}

  /** Returns the declarations in scope inside the element: attribute name to namespace. */
  static Map<String, String> inScope(Element element) {
    Map<String, String> found = new LinkedHashMap<>();
    for (Element e = element; e != null; e = e.parent()) {
      e.attributes().stream()
          .filter(Attribute::declaresNamespace)
          .forEach(a -> found.putIfAbsent(a.name(), a.value()));
    }
    return found;
  }

  /**
   * Returns the declarations an element needs elsewhere in its document: of prefixes used inside it
   * but declared neither there nor on the root.
   */
  static Map<String, String> neededElsewhere(Element element) {
    Map<String, String> needed = new LinkedHashMap<>();
    Set<String> used = new HashSet<>();
    collect(element, used);
    used.remove("xmlns:");
    if (used.isEmpty()) {
      return Map.of();
    }
    inScope(element)
        .forEach(
            (name, uri) -> {
              boolean own = declares(element, name);
              if (used.contains(name) && !own && !isOnRoot(element, name, uri)) {
                needed.put(name, uri);
              }
            });
    return needed;
  }

  private static boolean isOnRoot(Element element, String name, String uri) {
    Element root = element;
    while (root.parent() != null) {
      root = root.parent();
    }
    return root.attributes().stream().anyMatch(a -> a.name().equals(name) && a.value().equals(uri));
  }

  private static boolean declares(Element e, String name) {
    return e.attributes().stream().anyMatch(a -> a.name().equals(name));
  }

  private static void collect(Element e, Set<String> used) {
    used.add("xmlns:" + e.prefix());
    for (Attribute a : e.attributes()) {
      int colon = a.name().indexOf(':');
      if (colon > 0 && !a.declaresNamespace()) {
        used.add("xmlns:" + a.name().substring(0, colon));
      }
    }
    for (Element c : e.elements()) {
      collect(c, used);
    }
  }
}
