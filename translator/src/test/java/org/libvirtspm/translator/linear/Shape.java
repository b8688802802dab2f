package org.libvirtspm.translator.linear;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A kind of document that can be made as large as one likes.
 *
 * @param content makes the document's text with a part of at least that length
 */
record Shape(String name, IntFunction<String> content) {
  /** All there are. */
  static List<Shape> all() {
    return Stream.of(TextShapes.all(), CellShapes.all(), DeviceShapes.all(), RecordShapes.all())
        .flatMap(List::stream)
        .toList();
  }

  /** The document of about that many bytes. */
  byte[] document(int size) {
    return content.apply(size).getBytes(UTF_8);
  }
}
