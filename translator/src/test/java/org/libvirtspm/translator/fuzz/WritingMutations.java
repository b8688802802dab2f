package org.libvirtspm.translator.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Changes how a text is written, and its bytes. */
final class WritingMutations {

  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern CHARACTER = Pattern.compile("(?<=[>'\"])[a-z0-9/](?=[^<>]*<)");
  private static final Pattern GAP = Pattern.compile("(?<=>)\\s*(?=<)");

  private WritingMutations() {}

  private static List<Piece> find(Pattern what, String text) {
    List<Piece> found = new ArrayList<>();
    what.matcher(text).results().forEach(m -> found.add(new Piece(m.start(), m.end())));
    return found;
  }

  static String number(Text t) {
    return t.one(find(NUMBER, t.chars()), n -> t.choices().of(EdgeValues.NUMBERS));
  }

  static String between(Text t) {
    String what = t.choices().of(EdgeValues.BETWEEN);
    return t.one(find(GAP, t.chars()), g -> t.choices().once(2) ? g + what : what + g);
  }

  /** A character by its number. */
  static String reference(Text t) {
    return t.one(find(CHARACTER, t.chars()), c -> "&#" + (int) c.charAt(0) + ";");
  }

  /** All of the text in another writing. */
  static String whole(Text t) {
    String s = t.chars();
    return switch (t.choices().below(11)) {
      case 0 -> s.replace("\n", "\r\n");
      case 1 -> s.replaceAll("\n *", "");
      case 2 -> s.replace("  ", "\t");
      case 3 -> s.replace('\'', '"');
      case 4 -> "\ufeff" + s;
      case 5 -> "<?xml version='1.1'?>" + s;
      case 6 -> "<?xml version='1.0' encoding='ISO-8859-1'?>\n" + s;
      case 7 -> s.replaceAll("='", " = '");
      case 8 -> s.replaceAll("/>", " />").replaceAll("</([a-z:]+)>", "</$1\n>");
      case 9 -> s.replaceAll("<([a-z:]+)( [^<>]*[^/])?></\\1>", "<$1$2/>");
      default -> s.replaceAll("<([a-z:]+)( [^<>]*)?/>", "<$1$2></$1>");
    };
  }

  /** A byte more, less or other. */
  static String noise(Text t) {
    byte[] bytes = t.chars().getBytes(StandardCharsets.UTF_8);
    if (bytes.length == 0) {
      return t.chars();
    }
    int at = t.choices().below(bytes.length);
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    String some = String.valueOf((char) t.choices().below(256));
    String changed =
        switch (t.choices().below(3)) {
          case 0 -> new Piece(at, at + 1).replace(latin, some);
          case 1 -> new Piece(at, at + 1).replace(latin, "");
          default -> new Piece(at, at).replace(latin, some);
        };
    return new String(changed.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
