package org.libvirtspm.translator.internal.xml;

import java.util.List;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;

/** What Woodstox finds not well-formed, in one line, with the place where the mistake begins. */
final class ParserMistake {

  /** A word of Woodstox's message about a second root; between spaces it is in no name. */
  private static final String SECOND_ROOT = " roots ";

  /** Words of Woodstox's messages about tags; it reports them where the tag ends. */
  private static final List<String> ABOUT_TAGS =
      List.of(
          "close tag </", "namespace prefix", SECOND_ROOT, "Duplicate attribute", "XML directive");

  private ParserMistake() {}

  /**
   * Returns what to throw for a mistake in a text.
   *
   * @param shift offset in the text of the first character that the parser saw
   */
  static MalformedException of(XMLStreamException mistake, SourceText text, int shift) {
    String message = mistake.getMessage().split("\\R", 2)[0].strip();
    String shown =
        "not well-formed XML: "
            + (message.contains(SECOND_ROOT)
                ? "more than one root: a domain is one <domain>"
                : message);
    Location location = mistake.getLocation();
    if (location == null) {
      return new MalformedException(shown, 1, 1);
    }
    int end = Math.min(Math.max(0, location.getCharacterOffset()) + shift, text.length());
    int at = start(message, text.chars(), end);
    return new MalformedException(shown, text.line(at), text.column(at));
  }

  /** The parser stops behind a mistake; what begins with a mark of its own is shown there. */
  private static int start(String message, String chars, int end) {
    boolean entity = message.contains("entity");
    if (!entity && ABOUT_TAGS.stream().noneMatch(message::contains)) {
      return end;
    }
    int mark = chars.lastIndexOf(entity ? '&' : '<', end);
    return mark < 0 ? end : mark;
  }
}
