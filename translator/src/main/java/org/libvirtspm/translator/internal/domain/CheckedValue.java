package org.libvirtspm.translator.internal.domain;

/** Reads values that have passed a check; a failure is a programming error. */
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
