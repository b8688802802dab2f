package org.libvirtspm.translator.oracle;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Writes a document's content in one way only: comments, prefixes and text count, layout does not,
 * nor where a namespace is declared.
 */
public final class CanonicalXml {
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder text = new StringBuilder();

  private CanonicalXml() {}

  /**
   * The content, a line for each tag, text, comment and instruction below the root.
   *
   * @throws IllegalArgumentException when it is not well-formed
   */
  public static String of(byte[] document) {
    return of(Dom.root(document));
  }

  private static String of(Element root) {
    CanonicalXml canonical = new CanonicalXml();
    canonical.element(root);
    return canonical.out.toString();
  }

  /** The content without what a translation wrote down of itself: that is anybody's to edit. */
  public static String withoutRecord(byte[] document) {
    Element root = Dom.root(document);
    Dom.all(root)
        .filter(e -> "undo".equals(e.getLocalName()))
        .toList()
        .forEach(e -> e.getParentNode().removeChild(e));
    return of(root);
  }

  private void element(Element e) {
    line("<" + e.getTagName() + " {" + e.getNamespaceURI() + "}");
    List<String> attributes = new ArrayList<>();
    for (int i = 0; i < e.getAttributes().getLength(); i++) {
      Attr a = (Attr) e.getAttributes().item(i);
      if (!a.getName().startsWith("xmlns")) {
        attributes.add("@" + a.getName() + " {" + a.getNamespaceURI() + "}=" + a.getValue());
      }
    }
    attributes.stream().sorted().forEach(this::line);
    Dom.nodes(e).forEach(this::node);
    line("/" + e.getTagName());
  }

  private void node(Node n) {
    switch (n.getNodeType()) {
      case Node.ELEMENT_NODE -> element((Element) n);
      case Node.COMMENT_NODE -> line("!" + n.getNodeValue());
      case Node.PROCESSING_INSTRUCTION_NODE -> line("?" + n.getNodeName() + " " + n.getNodeValue());
      default -> text.append(n.getNodeValue());
    }
  }

  private void line(String line) {
    String pending = strip(text);
    text.setLength(0);
    if (!pending.isEmpty()) {
      out.append('"').append(pending).append("\"\n");
    }
    out.append(line).append('\n');
  }

  private static String strip(CharSequence s) {
    int start = 0;
    int end = s.length();
    while (start < end && isSpace(s.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(s.charAt(end - 1))) {
      end--;
    }
    return s.subSequence(start, end).toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
