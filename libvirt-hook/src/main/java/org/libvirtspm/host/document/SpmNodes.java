package org.libvirtspm.host.document;

import java.util.List;
import java.util.stream.Collectors;
import org.libvirtspm.translator.SpmCell;

/** The SPM nodes of a domain, in words. */
public final class SpmNodes {

  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};

  private SpmNodes() {}

  /** All of them, such as {@code node 1 (256 MiB)}. */
  public static String sentence(List<SpmCell> cells) {
    return cells.stream()
        .map(c -> "node " + c.id() + " (" + size(c.sizeKib()) + ")")
        .collect(Collectors.joining(", "));
  }

  /** A size in the largest unit that divides it. */
  public static String size(long kib) {
    long size = kib;
    int unit = 0;
    while (size > 0 && size % 1024 == 0 && unit < UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return size + " " + UNITS[unit];
  }

  /** Where a cell's memory comes from: a path, huge pages, or RAM. */
  public static String backing(SpmCell cell) {
    return cell.path()
        .orElseGet(
            () -> cell.pageKib().isPresent() ? size(cell.pageKib().getAsLong()) + " pages" : "RAM");
  }
}
