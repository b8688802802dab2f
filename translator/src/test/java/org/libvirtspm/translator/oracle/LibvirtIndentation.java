package org.libvirtspm.translator.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises documents indented as libvirt indents: two spaces a level, a line for each tag. */
public final class LibvirtIndentation {
  private static final Pattern MARKUP =
      Pattern.compile(
          "<!--.*?-->|<\\?.*?\\?>|<!\\[CDATA\\[.*?]]>|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>",
          Pattern.DOTALL);

  private LibvirtIndentation() {}

  /** True for a document indented so from its first to its last tag. */
  public static boolean isIn(byte[] document) {
    String text = new String(document, UTF_8);
    Matcher markup = MARKUP.matcher(text);
    int depth = 0;
    int at = 0;
    while (markup.find()) {
      boolean end = markup.group().startsWith("</");
      depth -= end ? 1 : 0;
      String gap = text.substring(at, markup.start());
      if (at > 0 && gap.isBlank() && !gap.equals("\n" + "  ".repeat(depth))) {
        return false;
      }
      depth += !end && isOpening(markup.group()) ? 1 : 0;
      at = markup.end();
    }
    return text.substring(at).equals("\n");
  }

  private static boolean isOpening(String tag) {
    return !tag.startsWith("<!") && !tag.startsWith("<?") && !tag.endsWith("/>");
  }
}
