package org.libvirtspm.translator.internal.xml;

import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Tells an element that has been read before, once more as SAX events. Names are told without a
 * namespace; what has another one than its parent is left out, as are comments.
 */
public final class ElementReader extends XMLFilterImpl {

  private final Element element;

  /** Will tell this element, whatever it is asked to parse. */
  public ElementReader(Element element) {
    this.element = element;
  }

  /** Takes any feature: what is told has no more to say with it. */
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
    e.attributes().stream()
        .filter(a -> a.namespace().isEmpty() && !a.declaresNamespace())
        .forEach(a -> attributes.addAttribute("", a.name(), a.name(), "CDATA", a.value()));
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
