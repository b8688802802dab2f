package org.libvirtspm.translator.internal.domain;

import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;

/** How the contents of cells are read. Every way reads the same, and has its own price. */
public enum CellReading {

  /** By JAXB, bound to the classes of the schema, which takes JAXB a while to know. */
  BOUND {
    @Override
    CellContents of(Document document, Element cell) {
      return CellBinding.of(document, cell);
    }
  },

  /** From the elements themselves, for short processes that only have to decide. */
  DIRECT {
    @Override
    CellContents of(Document document, Element cell) {
      return new CellElement(cell);
    }
  };

  abstract CellContents of(Document document, Element cell);
}
