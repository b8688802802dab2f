package org.libvirtspm.translator.internal.undo;

import org.libvirtspm.translator.internal.xml.Element;

/** Numbers in a record that anyone may have edited. */
final class Numerals {

  private Numerals() {}

  /** The number an attribute holds; 0 where it holds none. */
  static int of(Element e, String name) {
    return e.value(name).filter(v -> v.matches("[0-9]{1,9}")).map(Integer::parseInt).orElse(0);
  }
}
