package org.libvirtspm.translator.internal.xml;

import java.util.Optional;

/** Copies elements to another depth; only white space between tags changes. */
final class Reindent {

  private final String chars;
  private final String from;
  private final String to;
  private final StringBuilder out;

  private Reindent(StringBuilder out, Document document, String from, String to) {
    this.out = out;
    this.chars = document.text().chars();
    this.from = from;
    this.to = to;
  }

  /**
   * Copies an element.
   *
   * @param more attributes as text, put in front of its own
   * @param without an attribute to omit, with the white space in front of it
   */
  static void copy(
      StringBuilder out,
      Document document,
      Element element,
      String indent,
      String more,
      Optional<Span> without) {
    String from = lastLine(document.spaceBefore(element.span().start()));
    Reindent r = new Reindent(out, document, from, lastLine(indent));
    r.startOfCopy(document, element, more, without);
    r.inside(element);
  }

  /** Writes the start tag, with namespace declarations the element would lose in the new place. */
  private void startOfCopy(Document document, Element e, String more, Optional<Span> without) {
    int nameEnd = e.startTag().start() + 1 + e.qualifiedName().length();
    out.append(chars, e.startTag().start(), nameEnd);
    Namespaces.neededElsewhere(e)
        .forEach(
            (name, uri) ->
                out.append(' ').append(name).append("='").append(Escape.value(uri)).append('\''));
    out.append(more);
    Span gap = without.orElse(new Span(nameEnd, nameEnd));
    int space = without.isEmpty() ? 0 : document.spaceBefore(gap.start()).length();
    out.append(chars, nameEnd, gap.start() - space).append(chars, gap.end(), e.startTag().end());
  }

  private void element(Element e) {
    out.append(chars, e.startTag().start(), e.startTag().end());
    inside(e);
  }

  private void inside(Element e) {
    if (e.isSelfClosing()) {
      return;
    }
    int at = e.startTag().end();
    for (Node child : e.children()) {
      gap(at, child.span().start());
      if (child instanceof Element inner) {
        element(inner);
      } else {
        out.append(chars, child.span().start(), child.span().end());
      }
      at = child.span().end();
    }
    gap(at, e.endTag().start());
    out.append(chars, e.endTag().start(), e.endTag().end());
  }

  private void gap(int start, int end) {
    TooLongException.check(out);
    String space = chars.substring(start, end);
    int line = space.lastIndexOf('\n') + 1;
    if (line > 0 && space.startsWith(from, line)) {
      out.append(space, 0, line).append(to).append(space.substring(line + from.length()));
    } else {
      out.append(space);
    }
  }

  private static String lastLine(String space) {
    return space.substring(space.lastIndexOf('\n') + 1);
  }
}
