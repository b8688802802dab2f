package org.libvirtspm.host.document;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a document's text, which is not parsed for that, may concern SPM. */
public final class SpmMention {

  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)");

  /** The {@code <?xm} of EBCDIC, which libxml2 knows by that. */
  private static final String EBCDIC = "Lo\u00a7\u0094";

  private SpmMention() {}

  /**
   * False for a document in UTF-8 without our attribute name, namespace, a cell's source or
   * character references, which may spell a namespace.
   */
  static boolean isIn(byte[] utf8) {
    return isIn(new String(utf8, StandardCharsets.ISO_8859_1));
  }

  private static boolean isIn(String text) {
    return text.contains("spm")
        || text.contains("&#")
        || (text.contains("<cell") && text.contains("<source"));
  }

  /**
   * False only for a document that surely mentions none of these, whatever its encoding is, and
   * does not misspell them in capitals. For what can't be read here, and libvirt may read: it knows
   * UTF-16 and the encodings of iconv.
   */
  public static boolean mayBeIn(byte[] document) {
    // UTF-16 and UTF-32 are ASCII but for zeros.
    String text = new String(document, StandardCharsets.ISO_8859_1).replace("\0", "");
    return text.startsWith(EBCDIC)
        || isIn(text.toLowerCase(Locale.ROOT))
        || isInDeclared(text, document);
  }

  /** True if it is in the text by the declared encoding, or there is none of that name. */
  private static boolean isInDeclared(String text, byte[] document) {
    Matcher declared = ENCODING.matcher(text);
    if (!declared.find()) {
      return false;
    }
    try {
      return !Charset.isSupported(declared.group(1))
          || isIn(
              new String(document, Charset.forName(declared.group(1))).toLowerCase(Locale.ROOT));
    } catch (IllegalCharsetNameException e) {
      return true;
    }
  }
}
