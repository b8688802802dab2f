package org.libvirtspm.kubevirt;

import com.google.protobuf.ByteString;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Memory devices of a domain. KubeVirt's structures have room for one and drop all others. */
final class MemoryDevices {

  private static final XMLInputFactory XML = XMLInputFactory.newFactory();

  static {
    XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
  }

  private MemoryDevices() {}

  /** Returns the model of KubeVirt's own memory device; empty if there is none, or no valid XML. */
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

  /**
   * Finds a device that is not a translation's: those are dimm or nvdimm, KubeVirt's virtio-mem.
   */
  private static Optional<String> foreign(XMLStreamReader reader) throws XMLStreamException {
    int depth = 0;
    boolean inDevices = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        inDevices = depth == 2 ? reader.getLocalName().equals("devices") : inDevices;
        String model = reader.getAttributeValue(null, "model");
        if (depth == 3
            && inDevices
            && reader.getLocalName().equals("memory")
            && model != null
            && model.startsWith("virtio-")) {
          return Optional.of(model);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    return Optional.empty();
  }
}
