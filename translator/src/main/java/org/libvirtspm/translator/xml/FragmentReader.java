package org.libvirtspm.translator.xml;

import java.io.StringReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.libvirtspm.schema.UnqualifiedReader;

/** Reads one element of a document that has been read before, as if it stood alone. */
public final class FragmentReader {

  private FragmentReader() {}

  /** A reader that stands at the element's start, and shows our namespace as none. */
  public static XMLStreamReader of(Document document, Element element) {
    String declaration =
        element.prefix().isEmpty() ? " xmlns='" : " xmlns:" + element.prefix() + "='";
    String fragment =
        "<f"
            + declaration
            + Escape.value(element.namespace())
            + "'>"
            + document.text().slice(element.span())
            + "</f>";
    try {
      XMLStreamReader reader = DocumentReader.reader(new StringReader(fragment));
      reader.nextTag();
      reader.nextTag();
      return new UnqualifiedReader(reader);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document that was read cannot be read again", e);
    }
  }
}
