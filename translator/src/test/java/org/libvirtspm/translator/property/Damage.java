package org.libvirtspm.translator.property;

import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Damages a text somewhere: a character, a tag, an attribute, a value. */
final class Damage {
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern ATTRIBUTE = Pattern.compile(" [\\w:]+='[^']*'");
  private static final Pattern VALUE = Pattern.compile("(?<=')[^'<>]*(?=')|(?<=>)[^<>\\s]+(?=<)");
  private static final List<String> VALUES =
      List.of(
          "",
          "0",
          "1",
          "-1",
          "x",
          "99999999999999999999",
          "0-3",
          "on",
          "&lt;",
          "a=\"b\"",
          "1,^1",
          " mode='x'",
          "ua-spm1",
          "/",
          "../..",
          "spm",
          "&#10;");

  private Damage() {}

  static String some(String text, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> replace(text, at(text, random), random, "");
      case 1 ->
          replace(text, at(text, random), random, "'<>/&= \u00ff\n".charAt(random.nextInt(9)) + "");
      case 2 -> drop(text, TAG, random);
      case 3 -> twice(text, TAG, random);
      case 4 -> drop(text, ATTRIBUTE, random);
      case 5 -> twice(text, ATTRIBUTE, random);
      default -> value(text, random);
    };
  }

  private static int at(String text, Random random) {
    return text.isEmpty() ? 0 : random.nextInt(text.length());
  }

  private static String replace(String text, int at, Random random, String with) {
    int end = Math.min(text.length(), at + 1 + random.nextInt(2));
    return text.substring(0, at) + with + text.substring(end);
  }

  private static String drop(String text, Pattern what, Random random) {
    return one(text, what, random, m -> "");
  }

  private static String twice(String text, Pattern what, Random random) {
    return one(text, what, random, m -> m + m);
  }

  private static String value(String text, Random random) {
    return one(text, VALUE, random, m -> VALUES.get(random.nextInt(VALUES.size())));
  }

  private static String one(
      String text, Pattern what, Random random, java.util.function.UnaryOperator<String> change) {
    List<MatchResult> found = what.matcher(text).results().toList();
    if (found.isEmpty()) {
      return text;
    }
    MatchResult m = found.get(random.nextInt(found.size()));
    return text.substring(0, m.start()) + change.apply(m.group()) + text.substring(m.end());
  }
}
