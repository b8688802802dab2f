package org.libvirtspm.translator.internal.xml;

import java.util.Optional;

/** Detects the indentation of a document, for insertions in the same style. */
final class Layout {

  /** Most indentation of an insertion, in characters. */
  private static final int MAX_INDENT = 2 * DocumentReader.MAX_DEPTH;

  private Layout() {}

  /**
   * Returns one level of indentation: that of the root's first child, or two spaces as in libvirt.
   */
  static String step(Document document) {
    return firstChildSpace(document, document.root())
        .map(Layout::lastLine)
        .filter(indent -> !indent.isEmpty())
        .orElse("  ");
  }

  /** Returns line end and indentation in front of an element; only a line end if it has none. */
  static String indentOf(Document document, Element element) {
    String space = document.spaceBefore(element.span().start());
    return document.lineEnd() + (space.indexOf('\n') < 0 ? "" : lastLine(space));
  }

  /** Returns what to put in front of a new child; empty if the children are on one line. */
  static String childIndent(Document document, Element parent, String step) {
    Optional<String> space = firstChildSpace(document, parent);
    if (space.isPresent()) {
      return space.get().indexOf('\n') < 0 ? "" : document.lineEnd() + lastLine(space.get());
    }
    return standsOnItsOwnLine(document, parent) ? indentOf(document, parent) + step : "";
  }

  private static boolean standsOnItsOwnLine(Document document, Element element) {
    return element.parent() == null
        || document.spaceBefore(element.span().start()).indexOf('\n') >= 0;
  }

  private static Optional<String> firstChildSpace(Document document, Element parent) {
    return parent.firstElement().map(e -> document.spaceBefore(e.span().start()));
  }

  private static String lastLine(String space) {
    int start = space.lastIndexOf('\n') + 1;
    return space.substring(start, Math.min(space.length(), start + MAX_INDENT));
  }
}
