package org.libvirtspm.translator.internal.domain;

import org.libvirtspm.schema.jaxb.Cell;
import org.libvirtspm.translator.internal.xml.Element;

/** How the generated classes are filled. Every way fills the same, and has its own price. */
public enum CellReading {

  /** By JAXB, which takes a while to know the classes of the schema. */
  BOUND {
    @Override
    Cell of(Element cell) {
      return CellBinding.of(cell);
    }
  },

  /** From the elements themselves, for short processes that only have to decide. */
  DIRECT {
    @Override
    Cell of(Element cell) {
      return CellFilling.of(cell);
    }
  };

  /** What stands inside a cell that has been checked. */
  abstract Cell of(Element cell);
}
