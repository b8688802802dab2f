package org.libvirtspm.translator.internal.domain;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import javax.xml.transform.sax.SAXSource;
import org.libvirtspm.schema.jaxb.Cell;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.ElementReader;
import org.xml.sax.InputSource;

/**
 * Binds a checked cell to the generated classes with JAXB, which would throw on an invalid number.
 */
final class CellBinding {

  /** Holds the JAXB context, made for the first SPM document of a process only. */
  private static final class Lazily {
    static final JAXBContext CONTEXT = context();

    private static JAXBContext context() {
      try {
        return JAXBContext.newInstance(Cell.class);
      } catch (JAXBException e) {
        throw new IllegalStateException("the generated classes do not fit JAXB", e);
      }
    }
  }

  private CellBinding() {}

  static Cell of(Element e) {
    try {
      SAXSource events = new SAXSource(new ElementReader(e), new InputSource());
      return Lazily.CONTEXT.createUnmarshaller().unmarshal(events, Cell.class).getValue();
    } catch (JAXBException bad) {
      throw new IllegalStateException("a checked cell cannot be bound", bad);
    }
  }
}
