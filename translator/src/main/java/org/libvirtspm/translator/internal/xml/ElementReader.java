package org.libvirtspm.translator.internal.xml;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reports a parsed element as SAX events, for JAXB. Names are reported in no namespace; comments,
 * and children of another namespace than their parent's, are left out.
 */
public final class ElementReader extends XMLFilterImpl {

  private final Element element;

  /** Takes the element to report; the input given to {@code parse} is ignored. */
  public ElementReader(Element element) {
    this.element = element;
  }

  /** Ignores all features. */
  @Override
  public void setFeature(String name, boolean value) {}

  @Override
  public void parse(InputSource ignored) throws SAXException {
    startDocument();
    tell(element);
    endDocument();
  }

  private void tell(Element e) throws SAXException {
    AttributesImpl attributes = new AttributesImpl();
    for (Attribute a : e.attributes()) {
      if (a.namespace().isEmpty()) {
        attributes.addAttribute("", a.name(), a.name(), "CDATA", a.value());
      }
    }
    startElement("", e.localName(), e.localName(), attributes);
    char[] text = e.rawText().toCharArray();
    characters(text, 0, text.length);
    for (Node node : e.children()) {
      if (node instanceof Element child && child.namespace().equals(e.namespace())) {
        tell(child);
      }
    }
    endElement("", e.localName(), e.localName());
  }
}
