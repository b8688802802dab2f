package org.libvirtspm.translator.internal.xml;

import com.ctc.wstx.api.ReaderConfig;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.XMLInputFactory2;
import org.codehaus.stax2.XMLStreamReader2;

/** Reads a document in one pass; closed to DTDs and entities. */
public final class DocumentReader {

  /** Elements nested deeper than this are refused; it is libxml2's limit too. */
  public static final int MAX_DEPTH = 256;

  /** Elements with more attributes are refused: to tell them apart takes more than their number. */
  private static final int MAX_ATTRIBUTES = 1000;

  private static final WstxInputFactory FACTORY = factory();

  private final SourceText text;
  private final int shift;
  private final DeclaredNamespaces namespaces = new DeclaredNamespaces();
  private Element root;
  private Element open;
  private int depth;

  private DocumentReader(SourceText text) {
    this.text = text;
    this.shift = text.hasByteOrderMark() ? 1 : 0;
  }

  /**
   * Reads a document.
   *
   * @throws MalformedException when it is not well-formed XML, or too deep, or has a DOCTYPE
   */
  public static Document read(SourceText text) throws MalformedException {
    if (text.chars().isBlank()) {
      throw new MalformedException("the document is empty", 1, 1);
    }
    return new DocumentReader(text).read();
  }

  private static WstxInputFactory factory() {
    WstxInputFactory f = new Factory();
    f.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    f.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    f.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
    f.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, SourceText.MAX_BYTES);
    f.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    return f;
  }

  /** Nothing is kept from one document to the next. */
  private static final class Factory extends WstxInputFactory {
    @Override
    public ReaderConfig createPrivateConfig() {
      return getConfig().createNonShared(new Symbols());
    }
  }

  static XMLStreamReader2 reader(Reader in) throws XMLStreamException {
    return (XMLStreamReader2) FACTORY.createXMLStreamReader(in);
  }

  private Document read() throws MalformedException {
    if (text.chars().lastIndexOf('\uFEFF', shift) == shift && shift > 0) {
      throw new MalformedException("a second byte order mark: " + Remedy.of("remove it"), 1, 1);
    }
    refuse('\uFFFE');
    refuse('\uFFFF');
    try {
      String chars = text.chars().substring(shift);
      XMLStreamReader2 in = reader(new StringReader(chars));
      try {
        XmlDeclaration.check(in, chars);
        while (in.hasNext()) {
          take(in.next(), in);
        }
      } finally {
        in.close();
      }
    } catch (XMLStreamException e) {
      throw ParserMistake.of(e, text, shift);
    }
    return new Document(text, root);
  }

  private void take(int event, XMLStreamReader2 in) throws XMLStreamException, MalformedException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(in);
      case XMLStreamConstants.END_ELEMENT -> end(in);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> characters(in);
      case XMLStreamConstants.COMMENT, XMLStreamConstants.PROCESSING_INSTRUCTION -> filler(in);
      case XMLStreamConstants.DTD ->
          throw refused(
              in, "a DOCTYPE is not allowed in a domain document: " + Remedy.of("remove it"));
      default -> {
        // white space outside the root, the end of the document
      }
    }
  }

  private void start(XMLStreamReader2 in) throws XMLStreamException, MalformedException {
    if (++depth > MAX_DEPTH) {
      throw refused(in, "elements are nested deeper than the limit of " + MAX_DEPTH);
    }
    Optional<String> wrong = namespaces.enter(in);
    if (wrong.isPresent()) {
      throw refused(in, wrong.get());
    }
    Span tag = span(in);
    Element e =
        new Element(
            in.getPrefix() == null ? "" : in.getPrefix(),
            in.getLocalName(),
            in.getNamespaceURI() == null ? "" : in.getNamespaceURI(),
            attributes(in, tag),
            open,
            tag);
    if (open == null) {
      root = e;
    } else {
      open.add(e);
    }
    open = e;
  }

  private void end(XMLStreamReader2 in) throws XMLStreamException {
    depth--;
    namespaces.leave(in);
    open.end(span(in));
    open = open.parent();
  }

  private void characters(XMLStreamReader2 in) throws XMLStreamException {
    if (in.getEventType() == XMLStreamConstants.CHARACTERS && in.isWhiteSpace()) {
      if (open != null && !open.endsWithElement()) {
        open.addText(in.getText());
      }
      return;
    }
    open.addText(in.getText());
    filler(in);
  }

  private void filler(XMLStreamReader2 in) throws XMLStreamException {
    if (open != null) {
      int kind = in.getEventType();
      boolean text = kind == XMLStreamConstants.CHARACTERS || kind == XMLStreamConstants.CDATA;
      open.add(Filler.at(span(in), text));
    }
  }

  private List<Attribute> attributes(XMLStreamReader2 in, Span tag) {
    int count = in.getAttributeCount();
    if (count + in.getNamespaceCount() == 0) {
      return List.of();
    }
    TagScanner scanner = new TagScanner(text.chars(), tag);
    if (in.getNamespaceCount() > 0) {
      return withNamespaces(in, scanner);
    }
    List<Attribute> result = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      result.add(attribute(in, i, scanner, i));
    }
    return result;
  }

  private static List<Attribute> withNamespaces(XMLStreamReader2 in, TagScanner scanner) {
    List<Attribute> result = new ArrayList<>();
    int plain = 0;
    int declarations = 0;
    for (TagScanner.Place place : scanner.places()) {
      if (place.name().equals("xmlns") || place.name().startsWith("xmlns:")) {
        String uri = in.getNamespaceURI(declarations++);
        String value = uri == null ? "" : uri;
        result.add(new Attribute(place.name(), Attribute.XMLNS, value, scanner, result.size()));
      } else {
        result.add(attribute(in, plain++, scanner, result.size()));
      }
    }
    return result;
  }

  private static Attribute attribute(
      XMLStreamReader2 in, int number, TagScanner scanner, int index) {
    String prefix = in.getAttributePrefix(number);
    String local = in.getAttributeLocalName(number);
    String uri = in.getAttributeNamespace(number);
    return new Attribute(
        prefix == null || prefix.isEmpty() ? local : prefix + ":" + local,
        uri == null ? "" : uri,
        in.getAttributeValue(number),
        scanner,
        index);
  }

  private Span span(XMLStreamReader2 in) throws XMLStreamException {
    return new Span(
        (int) in.getLocationInfo().getStartingCharOffset() + shift,
        (int) in.getLocationInfo().getEndingCharOffset() + shift);
  }

  /** Refuses a character that XML has not, and that Woodstox lets pass. */
  private void refuse(char none) throws MalformedException {
    int at = text.chars().indexOf(none);
    if (at >= 0) {
      String message =
          String.format("not well-formed XML: Illegal character (code 0x%04x)", (int) none);
      throw new MalformedException(message, text.line(at), text.column(at));
    }
  }

  private MalformedException refused(XMLStreamReader2 in, String message) {
    int at = (int) in.getLocationInfo().getStartingCharOffset() + shift;
    return new MalformedException(message, text.line(at), text.column(at));
  }
}
