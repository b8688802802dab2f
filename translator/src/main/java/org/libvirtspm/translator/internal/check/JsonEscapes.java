package org.libvirtspm.translator.internal.check;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON, in which QEMU takes options too, and which can spell any name otherwise: by escapes, and in
 * QEMU's between single quotes.
 */
final class JsonEscapes {

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))", Pattern.DOTALL);

  private JsonEscapes() {}

  /** An argument with escapes read and in double quotes, if it is JSON; any other as it is. */
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
