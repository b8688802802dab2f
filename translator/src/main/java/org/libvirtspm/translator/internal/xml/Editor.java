package org.libvirtspm.translator.internal.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects changes to a document and applies them as text edits, in the document's own layout. */
public final class Editor {

  /**
   * An insertion.
   *
   * @param index 0-based, among the children
   * @param text number of characters of the text at the index that stay in front
   * @param space white space to put in front; null to follow the layout
   */
  private record Insertion(int index, int text, String space, Markup markup)
      implements Comparable<Insertion> {

    @Override
    public int compareTo(Insertion other) {
      return index == other.index
          ? Integer.compare(text, other.text)
          : Integer.compare(index, other.index);
    }
  }

  private final Document document;
  private final Edits edits = new Edits();
  private final Map<Element, List<Insertion>> insertions = new LinkedHashMap<>();
  private final Set<Element> removed = new HashSet<>();
  private final Map<Element, Boolean> standOnOneLine = new HashMap<>();
  private final String step;

  /** Starts without changes. */
  public Editor(Document document) {
    this.document = document;
    this.step = Layout.step(document);
  }

  /** Removes an element and the white space in front of it. */
  public void remove(Element element) {
    if (removed.add(element)) {
      String space = document.spaceBefore(element.span().start());
      edits.replaceWhole(
          new Span(element.span().start() - space.length(), element.span().end()), "");
    }
  }

  /** True if the element is to be removed. */
  public boolean isRemoved(Element element) {
    return removed.contains(element);
  }

  /** True if all content of the element is to be removed and nothing is inserted. */
  public boolean isEmptied(Element element) {
    return !insertions.containsKey(element)
        && element.text().isEmpty()
        && removed.containsAll(element.children());
  }

  /** Appends markup as the last child. */
  public void append(Element parent, Markup markup) {
    insert(parent, parent.children().size(), markup);
  }

  /**
   * Inserts markup in front of the child at an index.
   *
   * @param index 0-based, not counting white space; the number of children appends
   */
  public void insert(Element parent, int index, Markup markup) {
    insert(parent, index, 0, null, markup);
  }

  /**
   * Inserts markup inside the text at an index.
   *
   * @param text number of characters of that text that stay in front
   * @param space white space to put in front if the parent is on one line; null to follow the
   *     layout
   */
  public void insertInText(Element parent, int index, int text, String space, Markup markup) {
    boolean inline = standOnOneLine.computeIfAbsent(parent, this::standsOnOneLine);
    insert(parent, index, text, inline ? space : null, markup);
  }

  private boolean standsOnOneLine(Element parent) {
    return !parent.isSelfClosing()
        && document.spaceBefore(parent.endTag().start()).indexOf('\n') < 0;
  }

  private void insert(Element parent, int index, int text, String space, Markup markup) {
    insertions
        .computeIfAbsent(parent, p -> new ArrayList<>())
        .add(new Insertion(index, text, space, markup));
  }

  /** Replaces an element by markup. */
  public void replace(Element element, Markup markup) {
    edits.replaceWhole(element.span(), markup.render(Layout.indentOf(document, element), step));
  }

  /** Replaces everything between an element's tags by text. */
  public void setText(Element element, String text) {
    int start = element.startTag().end();
    int end = element.endTag().start();
    edits.replace(new Span(start, end), Escape.text(text));
  }

  /** Replaces an attribute's value and keeps its quotes. */
  public void setValue(Attribute attribute, String value) {
    String quoted = Escape.value(value).replace("\"", "&quot;");
    edits.replace(attribute.valueSpan(), quoted);
  }

  /** Replaces a whole attribute, name and quotes included. */
  public void replaceAttribute(Attribute attribute, String source) {
    edits.replace(attribute.span(), source);
  }

  /** Appends an attribute. */
  public void addAttribute(Element element, String name, String value) {
    addAttributeText(
        element, element.attributes().size(), " " + name + "='" + Escape.value(value) + "'");
  }

  /**
   * Inserts attributes as text that begins with white space.
   *
   * @param index 0-based, among the existing attributes
   */
  public void addAttributeText(Element element, int index, String source) {
    List<Attribute> there = element.attributes();
    int at =
        index == 0 || there.isEmpty()
            ? element.startTag().start() + 1 + element.qualifiedName().length()
            : there.get(Math.min(index, there.size()) - 1).span().end();
    edits.insert(at, source);
  }

  /** Removes an attribute; returns its text with the white space in front of it. */
  public String removeAttribute(Attribute attribute) {
    int start = attribute.span().start();
    String space = document.spaceBefore(start);
    edits.replace(new Span(start - space.length(), attribute.span().end()), "");
    return space + document.text().slice(attribute.span());
  }

  /** Makes an element without content self-closing, as libvirt writes it. */
  public void collapse(Element element) {
    String tag = document.text().slice(element.startTag());
    edits.replaceWhole(element.span(), tag.substring(0, tag.length() - 1) + "/>");
  }

  /** True if two changes concern the same text, so that {@link #apply} would fail. */
  public boolean hasConflict() {
    writeInsertions();
    return edits.conflict().isPresent();
  }

  private void writeInsertions() {
    insertions.forEach(this::write);
    insertions.clear();
  }

  /**
   * Returns the text with all changes made.
   *
   * @throws IllegalStateException if two changes concern the same text
   */
  public String apply() {
    writeInsertions();
    return edits.apply(document.text().chars());
  }

  private void write(Element parent, List<Insertion> list) {
    Collections.sort(list);
    String indent = Layout.childIndent(document, parent, step);
    if (parent.isSelfClosing()) {
      openUp(parent, list, indent);
      return;
    }
    int index = -1;
    Span text = null;
    for (Insertion i : list) {
      if (text == null || i.index() != index) {
        index = i.index();
        text = textAt(parent, Math.min(index, parent.children().size()));
      }
      int at = Math.min(text.start() + i.text(), text.end());
      String space = i.space() == null ? indent : i.space();
      edits.insert(at, space + i.markup().render(space, step));
    }
    if (list.stream().anyMatch(i -> i.space() == null)
        && parent.children().isEmpty()
        && document.spaceBefore(parent.endTag().start()).isEmpty()) {
      edits.insert(parent.endTag().start(), closing(parent, indent));
    }
  }

  /** Returns the span from an index to the next child that is not text. */
  private static Span textAt(Element parent, int index) {
    List<Node> children = parent.children();
    int start = index == 0 ? parent.startTag().end() : children.get(index - 1).span().end();
    int next = index;
    while (next < children.size() && children.get(next).isText()) {
      next++;
    }
    boolean last = next == children.size();
    return new Span(start, last ? parent.endTag().start() : children.get(next).span().start());
  }

  private void openUp(Element parent, List<Insertion> list, String indent) {
    int end = parent.span().end();
    StringBuilder inner = new StringBuilder(">");
    Markup.lines(inner, list.stream().map(Insertion::markup).toList(), indent, step);
    inner.append(closing(parent, indent)).append("</").append(parent.qualifiedName()).append('>');
    edits.replace(new Span(end - 2, end), inner.toString());
  }

  private String closing(Element parent, String indent) {
    return indent.isEmpty() ? "" : Layout.indentOf(document, parent);
  }
}
