package org.libvirtspm.translator.fuzz;

import java.util.List;

/** Changes whole elements. */
final class ElementMutations {

  private ElementMutations() {}

  static String twice(Text t) {
    return t.one(t.pieces().elements(), e -> e + (t.choices().once(2) ? "\n" : "") + e);
  }

  static String drop(Text t) {
    return t.one(t.pieces().elements(), e -> "");
  }

  static String move(Text t) {
    List<Piece> elements = t.pieces().elements();
    if (elements.isEmpty()) {
      return t.chars();
    }
    Piece from = t.choices().of(elements);
    String rest = from.replace(t.chars(), "");
    return insertBeside(new Text(rest, t.choices()), from.in(t.chars()));
  }

  /** Puts markup in front of, behind or into some element. */
  static String insertBeside(Text t, String markup) {
    List<Piece> elements = t.pieces().elements();
    if (elements.isEmpty()) {
      return t.chars() + markup;
    }
    Piece at = t.choices().of(elements);
    String inside = at.in(t.chars());
    return switch (t.choices().below(3)) {
      case 0 -> t.insert(at.start(), markup);
      case 1 -> t.insert(at.end(), markup);
      default ->
          inside.endsWith("/>")
              ? at.replace(
                  t.chars(),
                  inside.substring(0, inside.length() - 2)
                      + ">"
                      + markup
                      + "</"
                      + name(inside)
                      + ">")
              : t.insert(at.start() + inside.lastIndexOf("</"), markup);
    };
  }

  private static String name(String element) {
    return element.substring(1).split("[\\s/>]", 2)[0];
  }

  static String swap(Text t) {
    List<Piece> elements = t.pieces().elements();
    if (elements.size() < 2) {
      return t.chars();
    }
    Piece a = t.choices().of(elements);
    Piece b = t.choices().of(elements);
    if (a.start() > b.start()) {
      Piece c = a;
      a = b;
      b = c;
    }
    return a.end() > b.start()
        ? t.chars()
        : t.chars().substring(0, a.start())
            + b.in(t.chars())
            + t.chars().substring(a.end(), b.start())
            + a.in(t.chars())
            + t.chars().substring(b.end());
  }

  /** An element of another document. */
  static String splice(Text t) {
    String donor = Seeds.some(t.choices());
    List<Piece> elements = new Pieces(donor).elements();
    if (elements.isEmpty()) {
      return t.chars();
    }
    Piece piece = t.choices().of(elements);
    return piece.end() - piece.start() > 4000 ? t.chars() : insertBeside(t, piece.in(donor));
  }

  static String insert(Text t) {
    return insertBeside(t, t.choices().of(EdgeValues.ELEMENTS));
  }

  /** Another prefix, none, or our namespaces as the default. */
  static String rename(Text t) {
    return switch (t.choices().below(6)) {
      case 0 -> t.chars().replace("spm:", "q-q:");
      case 1 -> t.chars().replace("qemu:", "a.b:");
      case 2 -> t.chars().replace("spm:numa", "numa").replace("xmlns:spm", "xmlns");
      case 3 -> t.one(t.pieces().startTags(), s -> with(s, " xmlns='urn:x'"));
      case 4 -> t.one(t.pieces().startTags(), s -> with(s, " xmlns:spm='urn:x'"));
      default -> t.one(t.pieces().elements(), e -> renamed(e, t.choices().of(Seeds.names())));
    };
  }

  private static String renamed(String element, String to) {
    String from = name(element);
    String opened = "<" + to + element.substring(1 + from.length());
    return opened.endsWith("</" + from + ">")
        ? opened.substring(0, opened.length() - from.length() - 1) + to + ">"
        : opened;
  }

  static String with(String startTag, String attribute) {
    int at = startTag.length() - (startTag.endsWith("/>") ? 2 : 1);
    return at < 1 ? startTag : startTag.substring(0, at) + attribute + startTag.substring(at);
  }
}
