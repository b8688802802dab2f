package org.libvirtspm.translator.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.translator.xml.Element;

/**
 * Names places of a domain so that they are found again after libvirt has reformatted it: element
 * names from below the root, with a key where a name repeats, as in {@code
 * cpu/numa/cell:0/distances}.
 */
public final class Paths {

  private static final String ROOT = ".";

  /** Names along the longest path that a translation writes down, and some to spare. */
  private static final int MAX_PARTS = 8;

  private Paths() {}

  /** The place of an element. */
  public static String of(Element e) {
    if (e.parent() == null) {
      return ROOT;
    }
    String above = of(e.parent());
    String name =
        keys(e).stream().findFirst().map(k -> e.localName() + ":" + k).orElse(e.localName());
    return above.equals(ROOT) ? name : above + "/" + name;
  }

  /** The element at a place, if it is there. */
  public static Optional<Element> find(Element root, String path) {
    Optional<Element> at = Optional.of(root);
    for (String part : parts(path)) {
      at = at.flatMap(e -> e.elements().filter(c -> matches(c, part)).findFirst());
    }
    return at;
  }

  /** True for a path of more names than any that a translation writes down. */
  public static boolean isTooLong(String path) {
    return path.chars().filter(c -> c == '/').count() >= MAX_PARTS;
  }

  private static List<String> parts(String path) {
    return path.equals(ROOT) ? List.of() : List.of(path.split("/"));
  }

  private static boolean matches(Element e, String part) {
    int colon = part.indexOf(':');
    return colon < 0
        ? e.is(part)
        : e.is(part.substring(0, colon)) && keys(e).contains(part.substring(colon + 1));
  }

  /** What tells the element from its namesakes, the most durable first. */
  private static List<String> keys(Element e) {
    return switch (e.localName()) {
      case "cell" -> List.of(e.value("id").orElseGet(() -> ordinal(e)));
      case "controller" -> controller(e);
      case "hostdev", "page" -> List.of(ordinal(e));
      default -> List.of();
    };
  }

  private static List<String> controller(Element e) {
    Stream<String> alias = e.child("alias").flatMap(a -> a.value("name")).stream();
    Stream<String> index = e.value("index").map(i -> e.value("type").orElse("") + "." + i).stream();
    return Stream.of(index, alias, Stream.of(ordinal(e))).flatMap(s -> s).toList();
  }

  private static String ordinal(Element e) {
    return String.valueOf(e.parent().elements(e.localName()).indexOf(e));
  }
}
