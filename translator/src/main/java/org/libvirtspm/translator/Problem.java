package org.libvirtspm.translator;

import java.util.OptionalInt;

/**
 * Something to say about a document, and where.
 *
 * @param code what it is about, for programs: small letters and hyphens, the same in each release
 * @param message one or more plain sentences, with the value and the remedy
 * @param line 1-based line of the document; 0 where {@link SpmTranslator#translate(byte[], String)}
 *     says so
 * @param column 1-based column, in characters
 * @param node the guest's node it is about; empty for none, and for several
 */
public record Problem(
    Severity severity, String code, String message, int line, int column, OptionalInt node) {

  /** One that is about no node. */
  public Problem(Severity severity, String code, String message, int line, int column) {
    this(severity, code, message, line, column, OptionalInt.empty());
  }

  /** The same at another place. */
  public Problem at(int otherLine, int otherColumn) {
    return new Problem(severity, code, message, otherLine, otherColumn, node);
  }

  /** The problem as a compiler prints it: {@code FILE:LINE:COLUMN: error: MESSAGE}. */
  public String format(String file) {
    return file + ":" + line + ":" + column + ": " + severity.word() + ": " + message;
  }
}
