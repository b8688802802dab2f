package org.libvirtspm.translator.internal.plan;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Node;

/** The children of an element: their places, and what tells namesakes apart; looked at once. */
final class Siblings {

  private final IdentityHashMap<Element, Integer> indexes = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Integer> textStarts = new IdentityHashMap<>();
  private final Map<String, Element> byPart = new HashMap<>();
  private final IdentityHashMap<Element, String> ordinals = new IdentityHashMap<>();

  Siblings(Element parent) {
    List<Node> children = parent.children();
    Map<String, Integer> counts = new HashMap<>();
    int index = 0;
    int end = parent.startTag().end();
    for (Node child : children) {
      if (child instanceof Element e) {
        indexes.put(e, index);
        textStarts.put(e, end);
        if (e.namespace().isEmpty()) {
          add(e, counts.merge(e.localName(), 1, Integer::sum) - 1);
        }
      }
      if (!child.isText()) {
        index++;
        end = child.span().end();
      }
    }
  }

  private void add(Element e, int ordinal) {
    ordinals.put(e, String.valueOf(ordinal));
    byPart.putIfAbsent(e.localName(), e);
    keys(e).forEach(key -> byPart.putIfAbsent(e.localName() + ":" + key, e));
  }

  /** Where the text in front of a child begins. */
  int textStart(Element child) {
    return textStarts.get(child);
  }

  /** The 0-based place of a child, counting everything but text and white space. */
  int index(Element child) {
    return indexes.get(child);
  }

  /** The first child of that name, or name and key. */
  Optional<Element> first(String part) {
    return Optional.ofNullable(byPart.get(part));
  }

  /** The child's name, and the most durable key where its name may repeat. */
  String part(Element child) {
    return keys(child)
        .findFirst()
        .map(key -> child.localName() + ":" + key)
        .orElse(child.localName());
  }

  /** What tells the element from its namesakes, the most durable first. */
  private Stream<String> keys(Element e) {
    return switch (e.localName()) {
      case "cell" -> Stream.of(e.value("id").orElseGet(() -> ordinal(e)));
      case "controller" -> controller(e);
      case "hostdev", "page" -> Stream.of(ordinal(e));
      default -> Stream.empty();
    };
  }

  private Stream<String> controller(Element e) {
    Stream<String> alias = e.child("alias").flatMap(a -> a.value("name")).stream();
    Stream<String> index = e.value("index").map(i -> e.value("type").orElse("") + "." + i).stream();
    return Stream.of(index, alias, Stream.of(ordinal(e))).flatMap(s -> s);
  }

  private String ordinal(Element e) {
    return ordinals.getOrDefault(e, "-1");
  }
}
