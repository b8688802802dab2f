package org.libvirtspm.translator.internal.xml;

/**
 * Something that is being written is longer than any document may be. A few characters of a
 * document may be written in many places; what they grow to must not fill the memory first.
 */
public final class TooLongException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What to say of it. */
  public TooLongException() {
    super("it would be larger than the limit of 16 MiB");
  }

  /** Throws if it is longer than any document. */
  static void check(StringBuilder written) {
    check(written.length());
  }

  /** Throws if so many characters are more than any document has. */
  public static void check(long length) {
    if (length > SourceText.MAX_BYTES) {
      throw new TooLongException();
    }
  }
}
