package org.libvirtspm.translator.internal.check;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes JSON arguments. QEMU also takes options in JSON, where escapes and single-quoted strings
 * can spell any name differently.
 */
final class JsonEscapes {

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))", Pattern.DOTALL);

  private JsonEscapes() {}

  /**
   * Returns a JSON argument with escapes decoded and double quotes; any other argument unchanged.
   */
  static String decoded(String argument) {
    return argument.stripLeading().startsWith("{")
        ? ESCAPE
            .matcher(argument.replace('\'', '"'))
            .replaceAll(m -> Matcher.quoteReplacement(character(m)))
        : argument;
  }

  private static String character(MatchResult escape) {
    String code = escape.group(1);
    return code == null ? escape.group(2) : String.valueOf((char) Integer.parseInt(code, 16));
  }
}
