package org.libvirtspm.translator.fuzz;

/**
 * A stretch of a text.
 *
 * @param start 0-based offset of the first character
 * @param end offset after the last character
 */
record Piece(int start, int end) {

  String in(String text) {
    return text.substring(start, end);
  }

  String replace(String text, String with) {
    return text.substring(0, start) + with + text.substring(end);
  }
}
