package org.libvirtspm.translator.internal.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Compares the content of documents; layout, quotes and the order of attributes do not count. */
public final class ContentComparison {

  /**
   * A piece of an element's content.
   *
   * @param element null for text, a comment or a processing instruction
   * @param start 0-based offset
   * @param source the text as written, without surrounding white space; empty for an element
   */
  private record Piece(Element element, int start, String source) {}

  private final Document left;
  private final Document right;

  private ContentComparison(Document left, Document right) {
    this.left = left;
    this.right = right;
  }

  /** Returns the offset of the first difference in the first document; empty if there is none. */
  public static OptionalInt firstDifference(Document left, Document right) {
    return new ContentComparison(left, right).compare(left.root(), right.root());
  }

  private OptionalInt compare(Element a, Element b) {
    if (!a.qualifiedName().equals(b.qualifiedName())
        || !a.namespace().equals(b.namespace())
        || !attributes(a).equals(attributes(b))) {
      return OptionalInt.of(a.span().start());
    }
    List<Piece> inA = pieces(left, a);
    List<Piece> inB = pieces(right, b);
    for (int i = 0; i < Math.min(inA.size(), inB.size()); i++) {
      OptionalInt difference = compare(inA.get(i), inB.get(i));
      if (difference.isPresent()) {
        return difference;
      }
    }
    int common = Math.min(inA.size(), inB.size());
    return inA.size() == inB.size()
        ? OptionalInt.empty()
        : OptionalInt.of(common < inA.size() ? inA.get(common).start() : a.span().start());
  }

  private OptionalInt compare(Piece a, Piece b) {
    if (a.element() != null && b.element() != null) {
      return compare(a.element(), b.element());
    }
    return a.element() == b.element() && a.source().equals(b.source())
        ? OptionalInt.empty()
        : OptionalInt.of(a.start());
  }

  private static List<String> attributes(Element e) {
    return e.attributes().stream()
        .filter(a -> !a.declaresNamespace())
        .map(a -> a.name() + "\0" + a.namespace() + "\0" + a.value())
        .sorted()
        .toList();
  }

  /** Splits content into pieces; adjacent text is one piece. */
  private static List<Piece> pieces(Document document, Element e) {
    List<Piece> pieces = new ArrayList<>();
    List<Node> children = e.children();
    for (int i = 0; i < children.size(); i++) {
      Node first = children.get(i);
      int start = first.span().start();
      if (first instanceof Element child) {
        pieces.add(new Piece(child, start, ""));
      } else {
        while (first.isText() && i + 1 < children.size() && children.get(i + 1).isText()) {
          i++;
        }
        String source = document.text().slice(new Span(start, children.get(i).span().end()));
        pieces.add(new Piece(null, start, XmlSpace.strip(source)));
      }
    }
    return pieces;
  }
}
