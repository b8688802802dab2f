package org.libvirtspm.kubevirt;

import com.google.protobuf.ByteString;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The memory devices of a domain. KubeVirt's structures have room for one, and drop all others. */
final class MemoryDevices {

  /** The translation's own. */
  private static final Pattern OURS = Pattern.compile("ua-spm[0-9]+");

  private static final XMLInputFactory XML = XMLInputFactory.newFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private MemoryDevices() {}

  /** The model of one that is KubeVirt's; empty also for what is no XML. */
  static Optional<String> foreign(ByteString domain) {
    try {
      XMLStreamReader reader = XML.createXMLStreamReader(domain.newInput());
      try {
        return foreign(reader);
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> foreign(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    boolean inDevices = false;
    String model = null;
    boolean isOurs = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        String name = reader.getLocalName();
        if (depth == 2) {
          inDevices = name.equals("devices");
        } else if (depth == 3 && inDevices && name.equals("memory")) {
          model = value(reader, "model");
          isOurs = false;
        } else if (depth == 4 && model != null && name.equals("alias")) {
          isOurs = OURS.matcher(value(reader, "name")).matches();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (depth == 3 && model != null && !isOurs) {
          return Optional.of(model);
        }
        model = depth == 3 ? null : model;
        depth--;
      }
    }
    return Optional.empty();
  }

  private static String value(XMLStreamReader reader, String name) {
    String value = reader.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
