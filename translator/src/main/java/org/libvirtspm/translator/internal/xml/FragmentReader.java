package org.libvirtspm.translator.internal.xml;

import java.io.StringReader;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.libvirtspm.schema.UnqualifiedReader;

/** Reads one element of a document that has been read before, as if it stood alone. */
public final class FragmentReader {

  private FragmentReader() {}

  /** A reader that stands at the element's start, and shows our namespace as none. */
  public static XMLStreamReader of(Document document, Element element) {
    StringBuilder fragment = new StringBuilder(document.declaration()).append("<f");
    Namespaces.inScope(element.parent())
        .forEach(
            (name, uri) ->
                fragment
                    .append(' ')
                    .append(name)
                    .append("='")
                    .append(Escape.value(uri))
                    .append('\''));
    fragment.append('>').append(document.text().slice(element.span())).append("</f>");
    try {
      XMLStreamReader reader = DocumentReader.reader(new StringReader(fragment.toString()));
      reader.nextTag();
      reader.nextTag();
      return new UnqualifiedReader(reader);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a document that was read cannot be read again", e);
    }
  }
}
