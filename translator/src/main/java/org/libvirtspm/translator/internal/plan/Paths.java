package org.libvirtspm.translator.internal.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Paths of elements that stay valid after libvirt has reformatted the document: element names from
 * below the root, with a key where a name repeats, as in {@code cpu/numa/cell:0/distances}.
 */
public final class Paths {

  /** The path of the root. */
  public static final String ROOT = ".";

  private final IdentityHashMap<Element, Siblings> known = new IdentityHashMap<>();

  /** Returns the path of an element. */
  public String of(Element e) {
    if (e.parent() == null) {
      return ROOT;
    }
    String above = of(e.parent());
    String name = inside(e.parent()).part(e);
    return above.equals(ROOT) ? name : above + "/" + name;
  }

  /** Returns the 0-based offset of the text in front of an element. */
  public int textStart(Element e) {
    return inside(e.parent()).textStart(e);
  }

  /** Returns the 0-based index of an element among its parent's children, not counting text. */
  public int index(Element e) {
    return inside(e.parent()).index(e);
  }

  /** Returns the element of a path, if it exists. */
  public Optional<Element> find(Element root, String path) {
    Optional<Element> at = Optional.of(root);
    for (String part : parts(path)) {
      at = at.flatMap(e -> child(e, part));
    }
    return at;
  }

  /** Returns the first child of a name in no namespace, or of a name and key. */
  public Optional<Element> child(Element parent, String part) {
    return inside(parent).first(part);
  }

  private Siblings inside(Element parent) {
    return known.computeIfAbsent(parent, Siblings::new);
  }

  private static List<String> parts(String path) {
    return path.equals(ROOT) ? List.of() : List.of(path.split("/"));
  }
}
