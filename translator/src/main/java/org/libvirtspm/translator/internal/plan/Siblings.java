package org.libvirtspm.translator.internal.plan;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Node;

/** The children of an element, indexed once: their positions and keys. */
final class Siblings {

  private final IdentityHashMap<Element, Integer> indexes = new IdentityHashMap<>();
  private final IdentityHashMap<Element, Integer> textStarts = new IdentityHashMap<>();
  private final Map<String, Element> byPart = new HashMap<>();
  private final IdentityHashMap<Element, String> parts = new IdentityHashMap<>();
  private final Map<String, Integer> repeated = new HashMap<>();

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
    String name = e.localName();
    byPart.putIfAbsent(name, e);
    List<String> keys = Keys.of(e, ordinal);
    if (keys.isEmpty()) {
      return;
    }
    String part = name + ":" + keys.get(0);
    if (Keys.mayRepeat(e)) {
      int earlier = repeated.merge(part, 1, Integer::sum) - 1;
      part = earlier == 0 ? part : part + "#" + earlier;
    }
    parts.put(e, part);
    byPart.putIfAbsent(part, e);
    for (String key : keys) {
      byPart.putIfAbsent(name + ":" + key, e);
    }
  }

  /** Returns the 0-based offset of the text in front of a child. */
  int textStart(Element child) {
    return textStarts.get(child);
  }

  /** Returns the 0-based index of a child, not counting text. */
  int index(Element child) {
    return indexes.get(child);
  }

  /** Returns the first child of a name, or of a name and key. */
  Optional<Element> first(String part) {
    return Optional.ofNullable(byPart.get(part));
  }

  /** Returns the child's name, with its most durable key if the name may repeat. */
  String part(Element child) {
    return parts.getOrDefault(child, child.localName());
  }
}
