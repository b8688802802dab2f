package org.libvirtspm.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.TypeInfoProvider;
import javax.xml.validation.ValidatorHandler;
import org.w3c.dom.TypeInfo;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/** Which declarations of the schema a document uses, as the validator assigned them. */
final class Usage extends DefaultHandler {
  private static final String UNTYPED = "";
  private final Set<String> used = new TreeSet<>();
  private final Deque<String> types = new ArrayDeque<>();
  private final TypeInfoProvider assigned;

  private Usage(TypeInfoProvider assigned) {
    this.assigned = assigned;
  }

  /** Returns what a document uses, in the words of {@link Model#declared()}. */
  static Set<String> of(Path document, Schema schema)
      throws IOException, SAXException, ParserConfigurationException {
    SAXParserFactory parsers = SAXParserFactory.newDefaultInstance();
    parsers.setNamespaceAware(true);
    XMLReader reader = parsers.newSAXParser().getXMLReader();
    ValidatorHandler validator = schema.newValidatorHandler();
    Usage usage = new Usage(validator.getTypeInfoProvider());
    validator.setContentHandler(usage);
    reader.setContentHandler(validator);
    reader.parse(new InputSource(document.toUri().toString()));
    return usage.used;
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    String type = type(assigned.getElementTypeInfo());
    String owner = types.isEmpty() ? UNTYPED : types.peek();
    used.add(Model.element(owner, uri, name));
    if (!type.equals(UNTYPED)) {
      used.add(Model.element(UNTYPED, uri, name));
    }
    for (int i = 0; i < attributes.getLength(); i++) {
      String attribute = Model.attribute(type, attributes.getLocalName(i));
      used.add(attribute);
      used.add(Model.value(attribute, attributes.getValue(i).strip()));
    }
    types.push(type);
  }

  @Override
  public void endElement(String uri, String name, String qualified) {
    types.pop();
  }

  private static String type(TypeInfo info) {
    if (info == null || info.getTypeName() == null) {
      return UNTYPED;
    }
    return Model.name(info.getTypeNamespace(), info.getTypeName());
  }
}
