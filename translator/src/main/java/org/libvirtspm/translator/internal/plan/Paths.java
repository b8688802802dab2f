package org.libvirtspm.translator.internal.plan;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Names places of a domain so that they are found again after libvirt has reformatted it: element
 * names from below the root, with a key where a name repeats, as in {@code
 * cpu/numa/cell:0/distances}.
 */
public final class Paths {

  /** The place of the root. */
  public static final String ROOT = ".";

  private final IdentityHashMap<Element, Siblings> known = new IdentityHashMap<>();

  /** The place of an element. */
  public String of(Element e) {
    if (e.parent() == null) {
      return ROOT;
    }
    String above = of(e.parent());
    String name = inside(e.parent()).part(e);
    return above.equals(ROOT) ? name : above + "/" + name;
  }

  /** Where the text in front of an element begins. */
  public int textStart(Element e) {
    return inside(e.parent()).textStart(e);
  }

  /** The 0-based place of an element among what its parent holds, text and white space apart. */
  public int index(Element e) {
    return inside(e.parent()).index(e);
  }

  /** The element at a place, if it is there. */
  public Optional<Element> find(Element root, String path) {
    Optional<Element> at = Optional.of(root);
    for (String part : parts(path)) {
      at = at.flatMap(e -> child(e, part));
    }
    return at;
  }

  /** The first child of that name in no namespace, or of that name and key. */
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
