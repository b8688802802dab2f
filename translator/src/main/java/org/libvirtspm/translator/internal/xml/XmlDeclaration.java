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

  private static boolean isAscii(String chars) {
    return chars.chars().allMatch(c -> c < 0x80);
  }
}
