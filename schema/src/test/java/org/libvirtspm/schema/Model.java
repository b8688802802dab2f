package org.libvirtspm.schema;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Every element, attribute and enumerated value that the XML Schema declares, read from its text. A
 * name is the declaring type's with what it declares: {@code cell/source}, {@code cell/@spm=on};
 * what is of our namespace has the prefix {@code spm:}.
 */
final class Model {
  private final Map<String, Element> groups = new HashMap<>();
  private final List<Element> globals = new ArrayList<>();
  private final Set<String> names = new TreeSet<>();

  private Model() {}

  /** Returns the names of all declarations; those of the cell's document once per namespace. */
  static Set<String> declared() throws Exception {
    Set<String> names = new TreeSet<>();
    names.addAll(read("", "domain.xsd", "numa.xsd"));
    names.addAll(read(Schemas.NAMESPACE, "spm.xsd", "numa.xsd"));
    // The type of libvirt's own topology; in our namespace nothing is of it.
    names.removeIf(name -> name.startsWith("spm:numa/"));
    return names;
  }

  static String name(String namespace, String local) {
    return Schemas.NAMESPACE.equals(namespace) ? "spm:" + local : local;
  }

  static String element(String type, String namespace, String local) {
    return type + "/" + name(namespace, local);
  }

  static String attribute(String type, String local) {
    return type + "/@" + local;
  }

  static String value(String attribute, String value) {
    return attribute + "=" + value;
  }

  private static Set<String> read(String namespace, String... documents) throws Exception {
    Model model = new Model();
    for (String document : documents) {
      model.load(Schemas.class.getResource(document));
    }
    for (Element global : model.globals) {
      model.global(namespace, global);
    }
    return model.names;
  }

  private void load(URL document) throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    Element schema = factory.newDocumentBuilder().parse(document.toString()).getDocumentElement();
    for (Element global : children(schema)) {
      globals.add(global);
      if (global.getLocalName().endsWith("roup")) {
        groups.put(global.getAttribute("name"), global);
      }
    }
  }

  private void global(String namespace, Element global) {
    String name = global.getAttribute("name");
    if (global.getLocalName().equals("element")) {
      names.add(element("", namespace, name));
    } else if (global.getLocalName().equals("complexType")) {
      parts(name(namespace, name), namespace, global);
    }
  }

  private void parts(String type, String namespace, Element parent) {
    for (Element part : children(parent)) {
      switch (part.getLocalName()) {
        case "element" -> names.add(element(type, namespace(part, namespace), local(part)));
        case "attribute" -> attribute(attribute(type, part.getAttribute("name")), part);
        case "group", "attributeGroup" -> group(type, namespace, part);
        default -> parts(type, namespace, part);
      }
    }
  }

  private void group(String type, String namespace, Element reference) {
    String name = reference.getAttribute("ref");
    boolean imported = name.indexOf(':') < 0 && hasNamespace(reference);
    parts(type, imported ? "" : namespace, groups.get(name.substring(name.indexOf(':') + 1)));
  }

  private void attribute(String attribute, Element declaration) {
    names.add(attribute);
    NodeList values =
        declaration.getElementsByTagNameNS(XMLConstants.W3C_XML_SCHEMA_NS_URI, "enumeration");
    for (int i = 0; i < values.getLength(); i++) {
      names.add(value(attribute, ((Element) values.item(i)).getAttribute("value")));
    }
  }

  private static String namespace(Element element, String namespace) {
    return element.getAttribute("form").equals("unqualified") ? "" : namespace;
  }

  private static boolean hasNamespace(Element element) {
    return element.getOwnerDocument().getDocumentElement().hasAttribute("targetNamespace");
  }

  private static String local(Element element) {
    String name = element.getAttribute("name") + element.getAttribute("ref");
    return name.substring(name.indexOf(':') + 1);
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }
}
