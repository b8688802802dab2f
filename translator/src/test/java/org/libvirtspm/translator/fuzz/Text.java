package org.libvirtspm.translator.fuzz;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A text that is about to be changed.
 *
 * @param chars the text
 * @param choices decides where and how
 */
record Text(String chars, Choices choices) {

  /** Replaces one of the pieces; changes nothing where there are none. */
  String one(List<Piece> pieces, UnaryOperator<String> change) {
    if (pieces.isEmpty()) {
      return chars;
    }
    Piece piece = choices.of(pieces);
    return piece.replace(chars, change.apply(piece.in(chars)));
  }

  Pieces pieces() {
    return new Pieces(chars);
  }

  String insert(int at, String more) {
    return chars.substring(0, at) + more + chars.substring(at);
  }
}
