package org.libvirtspm.host.hook;

import java.util.List;
import java.util.stream.Collectors;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** Describes SPM cells in words. */
final class SpecialCells {

  private SpecialCells() {}

  /** Returns text such as {@code the Specific Purpose Memory of cell 1 (16 GiB, /dev/dax0.0)}. */
  static String sentence(List<SpmCell> cells) {
    return cells.stream()
        .map(SpecialCells::words)
        .collect(Collectors.joining(" and ", "the Specific Purpose Memory of ", ""));
  }

  private static String words(SpmCell cell) {
    String path = cell.path().map(p -> ", " + p).orElse("");
    return "cell " + cell.id() + " (" + MemorySize.words(cell.sizeKib()) + path + ")";
  }
}
