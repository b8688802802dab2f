package org.libvirtspm.translator.oracle;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The few things to be done with the library's DOM. */
public final class Dom {
  private Dom() {}

  /**
   * Parses a document, namespaces known; it is UTF-8, whatever it says.
   *
   * @throws IllegalArgumentException when it is not well-formed
   */
  public static Element root(byte[] document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setCoalescing(true);
      factory.setAttribute("jdk.xml.maxElementDepth", "0");
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      String text = new String(document, StandardCharsets.UTF_8);
      String xml = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static List<Node> nodes(Node parent) {
    List<Node> nodes = new ArrayList<>();
    for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
      nodes.add(n);
    }
    return nodes;
  }

  /** The elements inside, in document order. */
  public static List<Element> children(Node parent) {
    return nodes(parent).stream()
        .filter(Element.class::isInstance)
        .map(Element.class::cast)
        .toList();
  }

  static List<Element> children(Node parent, String name) {
    return children(parent).stream().filter(e -> e.getTagName().equals(name)).toList();
  }

  static Optional<Element> child(Node parent, String name) {
    return children(parent, name).stream().findFirst();
  }

  /** The element and all below it. */
  public static Stream<Element> all(Element e) {
    return Stream.concat(Stream.of(e), children(e).stream().flatMap(Dom::all));
  }

  static Element add(Element parent, String name) {
    return (Element) parent.appendChild(parent.getOwnerDocument().createElement(name));
  }
}
