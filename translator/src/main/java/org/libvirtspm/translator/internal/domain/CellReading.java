package org.libvirtspm.translator.internal.domain;

import org.libvirtspm.schema.jaxb.Cell;
import org.libvirtspm.translator.internal.xml.Element;

/** Ways to fill the generated classes. The results are equal; the costs differ. */
public enum CellReading {

  /** With JAXB, whose context takes time to build. */
  BOUND {
    @Override
    Cell of(Element cell) {
      return CellBinding.of(cell);
    }
  },

  /** From the elements directly, for short processes such as the hook. */
  DIRECT {
    @Override
    Cell of(Element cell) {
      return CellFilling.of(cell);
    }
  };

  /** Returns the generated class for a checked cell. */
  abstract Cell of(Element cell);
}
