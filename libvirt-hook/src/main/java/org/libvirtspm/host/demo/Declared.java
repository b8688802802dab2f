package org.libvirtspm.host.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What extended domain XML says of the guest's memory, read apart from the translator's own model.
 *
 * @param nodes in the order of their ids
 * @param distances empty when the document has none: then libvirt gives the guest none
 * @param interconnects those of memory itself
 */
public record Declared(List<Node> nodes, List<Distance> distances, List<Hmat.Entry> interconnects) {

  /** A node; its size in KiB. */
  public record Node(int id, long kib, boolean special) {}

  /** How far it is from one node to another. */
  public record Distance(int from, int to, int value) {}

  /** Copies the lists. */
  public Declared {
    nodes = List.copyOf(nodes);
    distances = List.copyOf(distances);
    interconnects = List.copyOf(interconnects);
  }

  /** Reads a document in which every cell has its id. */
  public static Declared in(byte[] document) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document dom = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
      return new Declared(nodes(dom), distances(dom), interconnects(dom));
    } catch (ParserConfigurationException | SAXException | BadValueException e) {
      throw new IOException("the domain cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the SPM nodes. */
  public List<Node> special() {
    return nodes.stream().filter(Node::special).toList();
  }

  private static List<Node> nodes(Document dom) throws BadValueException {
    List<Node> nodes = new ArrayList<>();
    for (Element cell : elements(dom, "cell", "numa")) {
      long kib = MemorySize.kib(cell.getAttribute("memory"), cell.getAttribute("unit"));
      nodes.add(new Node(number(cell, "id"), kib, cell.getAttribute("spm").equals("on")));
    }
    nodes.sort(Comparator.comparingInt(Node::id));
    return nodes;
  }

  private static List<Distance> distances(Document dom) {
    List<Distance> distances = new ArrayList<>();
    for (Element sibling : elements(dom, "sibling", "distances")) {
      Element cell = (Element) sibling.getParentNode().getParentNode();
      distances.add(
          new Distance(number(cell, "id"), number(sibling, "id"), number(sibling, "value")));
    }
    return distances;
  }

  private static List<Hmat.Entry> interconnects(Document dom) throws BadValueException {
    List<Hmat.Entry> entries = new ArrayList<>();
    for (Element latency : elements(dom, "latency", "interconnects")) {
      entries.add(entry(latency, number(latency, "value")));
    }
    for (Element bandwidth : elements(dom, "bandwidth", "interconnects")) {
      long kib = MemorySize.kib(bandwidth.getAttribute("value"), bandwidth.getAttribute("unit"));
      entries.add(entry(bandwidth, kib / MemorySize.MIB));
    }
    entries.removeIf(e -> e.initiator() < 0);
    return entries;
  }

  /** Adds an entry; one of a cache has the initiator -1. */
  private static Hmat.Entry entry(Element element, long value) {
    String kind = element.getAttribute("type") + "_" + element.getLocalName();
    return new Hmat.Entry(
        Hmat.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
        element.hasAttribute("cache") ? -1 : number(element, "initiator"),
        number(element, "target"),
        value);
  }

  private static List<Element> elements(Document dom, String name, String parent) {
    NodeList all = dom.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < all.getLength(); i++) {
      if (parent.equals(all.item(i).getParentNode().getLocalName())) {
        elements.add((Element) all.item(i));
      }
    }
    return elements;
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }
}
