package org.libvirtspm.translator.internal.undo;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Finds elements that contain at least the content of a pattern. Unchanged elements are found by
 * lookup; the rest is searched with a limit on comparisons.
 */
final class Patterns {

  /** Children of one element, in no namespace like all that a translation adds. */
  private static final class Candidates {
    final Map<String, Deque<Element>> alike = new HashMap<>();
    final Map<String, List<Element>> namesakes = new HashMap<>();
  }

  private final Editor editor;
  private final IdentityHashMap<Element, Candidates> known = new IdentityHashMap<>();
  private long effort;

  /**
   * Starts counting comparisons.
   *
   * @param effort most attributes compared and pattern characters looked up
   */
  Patterns(Editor editor, long effort) {
    this.editor = editor;
    this.effort = effort;
  }

  /** True if the limit was reached, so that elements may exist that were not found. */
  boolean isExhausted() {
    return effort < 0;
  }

  /** Returns the first child that matches and has not been removed. */
  Optional<Element> find(Element parent, Element pattern) {
    Candidates inside = known.computeIfAbsent(parent, Patterns::candidates);
    String signature = signature(pattern);
    effort -= signature.length();
    Deque<Element> alike = inside.alike.get(signature);
    while (alike != null && !alike.isEmpty() && editor.isRemoved(alike.peek())) {
      alike.remove();
    }
    return alike != null && !alike.isEmpty() && matches(alike.peek(), pattern)
        ? Optional.of(alike.peek())
        : search(inside.namesakes.getOrDefault(pattern.localName(), List.of()), pattern);
  }

  private Optional<Element> search(List<Element> namesakes, Element pattern) {
    for (Iterator<Element> i = namesakes.iterator(); i.hasNext() && !isExhausted(); ) {
      Element e = i.next();
      if (!editor.isRemoved(e) && matches(e, pattern)) {
        return Optional.of(e);
      }
      effort--;
    }
    return Optional.empty();
  }

  private boolean matches(Element e, Element pattern) {
    effort -= (long) e.attributes().size() * pattern.attributes().size();
    for (Attribute a : pattern.attributes()) {
      if (!a.declaresNamespace() && !e.value(a.name()).equals(Optional.of(a.value()))) {
        return false;
      }
    }
    for (Element p : pattern.elements()) {
      if (find(e, p).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Candidates candidates(Element parent) {
    Candidates inside = new Candidates();
    for (Element e : parent.elements()) {
      if (e.namespace().isEmpty()) {
        inside.alike.computeIfAbsent(signature(e), s -> new ArrayDeque<>()).add(e);
        inside.namesakes.computeIfAbsent(e.localName(), s -> new ArrayList<>()).add(e);
      }
    }
    return inside;
  }

  private static String signature(Element e) {
    List<String> parts = new ArrayList<>();
    for (Attribute a : e.attributes()) {
      if (!a.declaresNamespace()) {
        parts.add(a.name() + "=" + a.value());
      }
    }
    parts.sort(null);
    return e.localName() + "\0" + String.join("\0", parts);
  }
}
