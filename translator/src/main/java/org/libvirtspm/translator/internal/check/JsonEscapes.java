package org.libvirtspm.translator.internal.check;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The escapes with which JSON can spell any name otherwise; QEMU takes options in JSON too. */
final class JsonEscapes {

  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-fA-F]{4})");

  private JsonEscapes() {}

  /** An argument with them read, if it is JSON; any other as it is. */
  static String decoded(String argument) {
    if (!argument.stripLeading().startsWith("{")) {
      return argument;
    }
    return ESCAPE
        .matcher(argument)
        .replaceAll(
            m -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(m.group(1), 16))));
  }
}
