package org.libvirtspm.translator.fuzz;

import java.util.List;

/** Changes our own record in the metadata. */
final class RecordMutations {

  private static final List<String> PARTS =
      List.of(
          "", ".", "cpu", "numa", "cell:0", "cell:1", "devices", "hostdev:0", "x:y:z", "target");

  private RecordMutations() {}

  /** Changes the record somewhere; the text where there is none. */
  static String some(Text t) {
    int start = t.chars().indexOf("<undo");
    int end = t.chars().indexOf("</undo>");
    if (start < 0 || end < start) {
      return declaration(t);
    }
    Piece record = new Piece(start, end + "</undo>".length());
    return record.replace(t.chars(), change(new Text(record.in(t.chars()), t.choices())));
  }

  private static String change(Text record) {
    return switch (record.choices().below(9)) {
      case 0 -> ElementMutations.twice(record);
      case 1 -> ElementMutations.drop(record);
      case 2 -> ElementMutations.move(record);
      case 3 -> ElementMutations.swap(record);
      case 4 -> AttributeMutations.drop(record);
      case 5 -> AttributeMutations.value(record);
      case 6 -> WritingMutations.number(record);
      case 7 -> ElementMutations.insert(record);
      default -> path(record);
    };
  }

  /** A path with a part more, or less, or other. */
  private static String path(Text record) {
    List<Piece> paths =
        record.pieces().attributes().stream()
            .filter(a -> a.in(record.chars()).matches("\\s(from|to|at)=[^=]*"))
            .toList();
    return record.one(
        paths,
        a -> {
          String part = record.choices().of(PARTS);
          int quote = a.length() - 1;
          return switch (record.choices().below(3)) {
            case 0 -> a.substring(0, quote) + "/" + part + a.substring(quote);
            case 1 -> a.replaceFirst("/[^/']*", "");
            default -> a.replaceFirst("[a-zA-Z]+(:[0-9]+)?(?=[/'\"])", part);
          };
        });
  }

  /** A change where our declaration is, without a record. */
  private static String declaration(Text t) {
    List<Piece> ours =
        t.pieces().elements().stream()
            .filter(e -> e.in(t.chars()).startsWith("<spm:numa"))
            .toList();
    return t.one(ours, e -> change(new Text(e, t.choices())));
  }
}
