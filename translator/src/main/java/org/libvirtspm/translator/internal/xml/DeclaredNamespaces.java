package org.libvirtspm.translator.internal.xml;

import java.util.Optional;
import org.codehaus.stax2.XMLStreamReader2;

/**
 * The namespace declarations in force. A document writes each once, and may use it for as many
 * elements as it has: to compare, copy or look for them must not take long.
 */
final class DeclaredNamespaces {

  /** More at once are refused: each prefix is looked for among them. */
  private static final int MAX_COUNT = 256;

  /** Longer ones are refused, prefix and all. */
  private static final int MAX_LENGTH = 256;

  private int count;

  /** Counts those of a start tag; what is wrong with them, if anything is. */
  Optional<String> enter(XMLStreamReader2 in) {
    count += in.getNamespaceCount();
    if (count > MAX_COUNT) {
      return Optional.of("more than " + MAX_COUNT + " namespaces are declared here");
    }
    for (int i = 0; i < in.getNamespaceCount(); i++) {
      int length = length(in.getNamespacePrefix(i)) + length(in.getNamespaceURI(i));
      if (length > MAX_LENGTH) {
        return Optional.of(
            "a namespace of " + length + " characters, more than the limit of " + MAX_LENGTH);
      }
    }
    return Optional.empty();
  }

  private static int length(String text) {
    return text == null ? 0 : text.length();
  }

  void leave(XMLStreamReader2 in) {
    count -= in.getNamespaceCount();
  }
}
