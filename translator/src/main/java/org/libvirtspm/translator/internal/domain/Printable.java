package org.libvirtspm.translator.internal.domain;

import java.util.stream.Collectors;

/** Shows text of a document in a message, where control characters must not reach a terminal. */
final class Printable {

  private Printable() {}

  static String of(String text) {
    return text.codePoints().mapToObj(Printable::character).collect(Collectors.joining());
  }

  private static String character(int c) {
    return Character.isISOControl(c) ? String.format("\\x%02x", c) : Character.toString(c);
  }
}
