package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.libvirtspm.host.Printable;

/** A table as virsh prints one. */
final class Table {

  private static final String GAP = "   ";

  /**
   * Maximum width of a column in characters, that of the longest path of Linux: a longer cell is
   * printed whole, but every other row is not padded to its length.
   */
  private static final int MAX_WIDTH = 4096;

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
    int[] widths = widths();
    List<String> lines = rows.stream().map(row -> line(row, widths)).toList();
    StringBuilder text = new StringBuilder(lines.get(0));
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    text.append("-".repeat(width)).append('\n');
    for (int row = 1; row < lines.size(); row++) {
      String colour = colours.apply(row - 1);
      String line = lines.get(row);
      text.append(colour.isEmpty() ? line : colour + line.stripTrailing() + PLAIN + "\n");
    }
    return text.toString();
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder(" ");
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      line.append(cell).append(" ".repeat(Math.max(0, widths[column] - cell.length()))).append(GAP);
    }
    return line.toString().stripTrailing() + "\n";
  }

  /** Returns the widths of the columns in characters. */
  private int[] widths() {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], Math.min(row.get(column).length(), MAX_WIDTH));
      }
    }
    return widths;
  }
}
