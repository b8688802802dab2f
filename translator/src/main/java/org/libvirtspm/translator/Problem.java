package org.libvirtspm.translator;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Something to say about a document, and where.
 *
 * @param code what it is about, for programs: small letters and hyphens, the same in each release
 * @param message one or more plain sentences, with the value, and the remedy at its end
 * @param remedy what to do about it: the end of the message; empty where it names none
 * @param line 1-based line of the document; 0 where {@link SpmTranslator#translate(byte[], String)}
 *     says so
 * @param column 1-based column, in characters
 * @param node the guest's node it is about; empty for none, and for several
 */
public record Problem(
    Severity severity,
    String code,
    String message,
    String remedy,
    int line,
    int column,
    OptionalInt node) {

  private static final Pattern JOINT = Pattern.compile("(: |; |, so )$");

  /**
   * One in all its parts.
   *
   * @throws IllegalArgumentException if the message does not end with the remedy
   */
  public Problem {
    if (!message.endsWith(remedy)) {
      throw new IllegalArgumentException("the remedy is not the end of the message: " + remedy);
    }
  }

  /** One that is about no node and names no remedy. */
  public Problem(Severity severity, String code, String message, int line, int column) {
    this(severity, code, message, "", line, column, OptionalInt.empty());
  }

  /** The message without its remedy, and without the colon or semicolon before that. */
  public String fact() {
    String before = message.substring(0, message.length() - remedy.length());
    return remedy.isEmpty() ? before : JOINT.matcher(before).replaceFirst("");
  }

  /** The same at another place. */
  public Problem at(int otherLine, int otherColumn) {
    return new Problem(severity, code, message, remedy, otherLine, otherColumn, node);
  }

  /** The problem as a compiler prints it: {@code FILE:LINE:COLUMN: error: MESSAGE}. */
  public String format(String file) {
    return file + ":" + line + ":" + column + ": " + severity.word() + ": " + message;
  }
}
