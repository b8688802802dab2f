package org.libvirtspm.schema;

import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * A reader that shows elements of our namespace as if they had none, so that the generated classes
 * bind a metadata form written with the prefix on every cell.
 */
public final class UnqualifiedReader extends StreamReaderDelegate {
  /** Reads on from where the given reader stands. */
  public UnqualifiedReader(XMLStreamReader reader) {
    super(reader);
  }

  @Override
  public String getNamespaceURI() {
    String uri = super.getNamespaceURI();
    return Schemas.NAMESPACE.equals(uri) ? null : uri;
  }

  @Override
  public String getPrefix() {
    return Schemas.NAMESPACE.equals(super.getNamespaceURI()) ? "" : super.getPrefix();
  }

  @Override
  public QName getName() {
    QName name = super.getName();
    return Schemas.NAMESPACE.equals(name.getNamespaceURI()) ? new QName(name.getLocalPart()) : name;
  }
}
