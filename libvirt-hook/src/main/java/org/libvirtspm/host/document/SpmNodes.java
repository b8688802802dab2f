package org.libvirtspm.host.document;

import java.util.List;
import java.util.stream.Collectors;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** Describes the SPM nodes of a domain in words. */
public final class SpmNodes {

  private SpmNodes() {}

  /** Lists all nodes, such as {@code node 1 (256 MiB)}. */
  public static String sentence(List<SpmCell> cells) {
    return cells.stream()
        .map(c -> "node " + c.id() + " (" + MemorySize.words(c.sizeKib()) + ")")
        .collect(Collectors.joining(", "));
  }

  /** Describes a cell's backing: a path, huge pages, or RAM. */
  public static String backing(SpmCell cell) {
    return cell.path()
        .orElseGet(
            () ->
                cell.pageKib().isPresent()
                    ? MemorySize.words(cell.pageKib().getAsLong()) + " pages"
                    : "RAM");
  }
}
