package org.libvirtspm.translator.internal.domain;

/** A value that has been checked, so that reading it cannot fail. */
final class CheckedValue {

  /** Reads a value. */
  interface Reading<T> {
    T read() throws BadValueException;
  }

  private CheckedValue() {}

  static <T> T of(Reading<T> reading) {
    try {
      return reading.read();
    } catch (BadValueException e) {
      throw new IllegalStateException("a checked value cannot be read", e);
    }
  }
}
