package org.libvirtspm.translator.internal.xml;

import java.util.regex.Pattern;
import org.codehaus.stax2.XMLStreamReader2;

/** What a document says about itself, which libxml2 and we must understand in the same way. */
final class XmlDeclaration {

  private static final Pattern LIKE_ASCII =
      Pattern.compile("(US-)?ASCII|(ISO-8859-|windows-125)[0-9]{1,2}", Pattern.CASE_INSENSITIVE);

  private XmlDeclaration() {}

  /**
   * Checks the encoding that a document declares; libxml2 reads by it. A document of ASCII is the
   * same in some encodings only.
   */
  static void check(XMLStreamReader2 in, String chars) throws MalformedException {
    checkCharacters(chars);
    String declared = in.getCharacterEncodingScheme();
    if (declared != null
        && !declared.equalsIgnoreCase("UTF-8")
        && !(isAscii(chars) && LIKE_ASCII.matcher(declared).matches())) {
      throw new MalformedException(
          "the document declares encoding '"
              + Excerpt.of(declared)
              + "': "
              + Remedy.of("save it as UTF-8"),
          1,
          1);
    }
  }

  /**
   * Refuses control characters, which Woodstox takes for white space there, and libxml2 does not.
   */
  private static void checkCharacters(String chars) throws MalformedException {
    int end = chars.startsWith("<?xml") ? chars.indexOf("?>") : 0;
    for (int i = 0; i < end; i++) {
      if (chars.charAt(i) < ' ' && !XmlSpace.is(chars.charAt(i))) {
        String message =
            String.format(
                "not well-formed XML: Illegal character (code 0x%04x)", (int) chars.charAt(i));
        throw new MalformedException(message, 1, 1);
      }
    }
  }

  private static boolean isAscii(String chars) {
    return chars.chars().allMatch(c -> c < 0x80);
  }
}
