package org.libvirtspm.translator.fuzz;

import java.util.List;

/** Changes attributes. */
final class AttributeMutations {

  private AttributeMutations() {}

  static String drop(Text t) {
    return t.one(t.pieces().attributes(), a -> "");
  }

  /** The attribute of one element on another, too. */
  static String move(Text t) {
    List<Piece> attributes = t.pieces().attributes();
    if (attributes.isEmpty()) {
      return t.chars();
    }
    String attribute = t.choices().of(attributes).in(t.chars());
    return t.one(t.pieces().startTags(), s -> ElementMutations.with(s, attribute));
  }

  static String value(Text t) {
    return t.one(t.pieces().attributes(), a -> valued(a, t.choices()));
  }

  private static String valued(String attribute, Choices choices) {
    int equals = attribute.indexOf('=');
    return equals < 0
        ? attribute
        : attribute.substring(0, equals) + "='" + some(choices).replace("'", "&apos;") + "'";
  }

  private static String some(Choices choices) {
    return choices.of(choices.once(2) ? EdgeValues.NUMBERS : EdgeValues.VALUES);
  }

  static String add(Text t) {
    String name =
        t.choices()
            .of(
                List.of(
                    "spm",
                    "id",
                    "cellid",
                    "nodeset",
                    "unit",
                    "memory",
                    "dialect",
                    "form",
                    "declared",
                    "cpus",
                    "at",
                    "x",
                    "spm:x",
                    "xmlns:qemu",
                    "xmlns",
                    "xml:space"));
    String attribute = valued(" " + name + "=", t.choices());
    return t.one(t.pieces().startTags(), s -> ElementMutations.with(s, attribute));
  }
}
