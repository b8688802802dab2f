package org.libvirtspm.translator;

import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * An error or a warning about a document, with its place in the text.
 *
 * @param code stable identifier for programs: lower case and hyphens, the same in each release
 * @param message one or more plain sentences that quote the value and end with the remedy
 * @param remedy the last part of the message, which says what to do; empty if it has none
 * @param line 1-based line of the document; 0 where {@link SpmTranslator#translate(byte[], String)}
 *     says so
 * @param column 1-based column, in characters; 0 if the line is 0
 * @param node id of the guest node concerned; empty for none or several
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
   * Makes a problem of all its parts.
   *
   * @throws IllegalArgumentException if the message does not end with the remedy
   */
  public Problem {
    if (!message.endsWith(remedy)) {
      throw new IllegalArgumentException("the remedy is not the end of the message: " + remedy);
    }
  }

  /** Makes a problem without a remedy that concerns no single node. */
  public Problem(Severity severity, String code, String message, int line, int column) {
    this(severity, code, message, "", line, column, OptionalInt.empty());
  }

  /** Returns the message without the remedy and the punctuation in front of it. */
  public String fact() {
    String before = message.substring(0, message.length() - remedy.length());
    return remedy.isEmpty() ? before : JOINT.matcher(before).replaceFirst("");
  }

  /** Returns the same problem at another line and column. */
  public Problem at(int otherLine, int otherColumn) {
    return new Problem(severity, code, message, remedy, otherLine, otherColumn, node);
  }

  /** Formats the problem as a compiler does: {@code FILE:LINE:COLUMN: error: MESSAGE}. */
  public String format(String file) {
    return file + ":" + line + ":" + column + ": " + severity.word() + ": " + message;
  }
}
