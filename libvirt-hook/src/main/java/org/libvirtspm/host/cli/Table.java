package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.libvirtspm.host.Printable;

/** A table as virsh prints one. */
final class Table {

  private static final String GAP = "   ";

  private static final String PLAIN = "\033[0m";

  private final List<List<String>> rows = new ArrayList<>();

  /** Starts a table with headings. */
  Table(String... headings) {
    rows.add(Arrays.asList(headings));
  }

  /** Adds a row with as many columns as there are headings. */
  void add(String... row) {
    rows.add(Arrays.stream(row).map(Printable::text).toList());
  }

  @Override
  public String toString() {
    return text(row -> "");
  }

  /** Formats with a colour sequence per row; empty for none. */
  String text(Function<Integer, String> colours) {
    StringBuilder text = new StringBuilder(line(rows.get(0)));
    int width = rows.stream().mapToInt(row -> line(row).length()).max().orElse(0);
    text.append("-".repeat(width)).append('\n');
    for (int row = 1; row < rows.size(); row++) {
      String colour = colours.apply(row - 1);
      String line = line(rows.get(row));
      text.append(colour.isEmpty() ? line : colour + line.stripTrailing() + PLAIN + "\n");
    }
    return text.toString();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder(" ");
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(width(column) - cell.length())).append(GAP);
    }
    return line.toString().stripTrailing() + "\n";
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
