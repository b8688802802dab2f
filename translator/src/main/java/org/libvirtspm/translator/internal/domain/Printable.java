package org.libvirtspm.translator.internal.domain;

import java.util.stream.Collectors;

/** Replaces control characters in document text shown in messages, to protect terminals. */
final class Printable {

  private Printable() {}

  static String of(String text) {
    return text.codePoints().mapToObj(Printable::character).collect(Collectors.joining());
  }

  private static String character(int c) {
    return Character.isISOControl(c) ? String.format("\\x%02x", c) : Character.toString(c);
  }
}
