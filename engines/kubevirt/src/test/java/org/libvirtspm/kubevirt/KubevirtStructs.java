package org.libvirtspm.kubevirt;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What KubeVirt's own structures keep of a domain between two calls of a boot. */
final class KubevirtStructs {

  private static final Set<String> UNKNOWN =
      Set.of("qemu:override", "spm:numa", "locked", "interconnects");

  private KubevirtStructs() {}

  /** The document as the next call gets it. */
  static String pass(String xml) throws Exception {
    Document document = parse(xml);
    removeAll(document, UNKNOWN);
    List<Element> devices = memoryDevices(document);
    for (int i = 0; i < devices.size(); i++) {
      if (i < devices.size() - 1) {
        remove(devices.get(i));
      } else {
        keepPart(devices.get(i));
      }
    }
    return text(document);
  }

  /** One device is kept: its model, target and alias, and sizes that nobody set. */
  private static void keepPart(Element device) {
    device.removeAttribute("access");
    device.removeAttribute("discard");
    for (Element source : elements(device, "source")) {
      remove(source);
    }
    Element target = elements(device, "target").get(0);
    for (String name : List.of("requested", "current", "block")) {
      Element size = device.getOwnerDocument().createElement(name);
      size.setAttribute("unit", "");
      size.setTextContent("0");
      target.appendChild(size);
    }
  }

  /** The document without its layout, and without the way back from the translation. */
  static String normal(String xml) throws Exception {
    Document document = parse(xml);
    removeAll(document, Set.of("undo"));
    removeEmpty(document, "memoryBacking");
    return text(document).replaceAll(">\\s+", ">\n").replaceAll("\\s+<", "\n<");
  }

  private static void removeEmpty(Document document, String name) {
    for (Element e : all(document.getElementsByTagName(name))) {
      if (e.getElementsByTagName("*").getLength() == 0) {
        remove(e);
      }
    }
  }

  static Document parse(String xml) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> memoryDevices(Document document) {
    return all(document.getElementsByTagName("memory")).stream()
        .filter(e -> e.getParentNode().getNodeName().equals("devices"))
        .toList();
  }

  private static void removeAll(Document document, Set<String> names) {
    for (String name : names) {
      all(document.getElementsByTagName(name)).forEach(KubevirtStructs::remove);
    }
  }

  private static List<Element> elements(Element parent, String name) {
    return all(parent.getElementsByTagName(name));
  }

  private static List<Element> all(NodeList nodes) {
    List<Element> list = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      list.add((Element) nodes.item(i));
    }
    return list;
  }

  private static void remove(Node node) {
    node.getParentNode().removeChild(node);
  }

  private static String text(Document document) throws Exception {
    StringWriter out = new StringWriter();
    var transformer = TransformerFactory.newInstance().newTransformer();
    transformer.setOutputProperty("omit-xml-declaration", "yes");
    transformer.transform(new DOMSource(document), new StreamResult(out));
    return out.toString();
  }
}
