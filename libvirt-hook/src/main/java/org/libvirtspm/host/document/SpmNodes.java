package org.libvirtspm.host.document;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
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
    return backing(cell.path(), cell.pageKib());
  }

  /** Describes a backing: a path, else huge pages of a size in KiB, else RAM. */
  public static String backing(Optional<String> path, OptionalLong pageKib) {
    return path.orElseGet(
        () -> pageKib.isPresent() ? MemorySize.words(pageKib.getAsLong()) + " pages" : "RAM");
  }
}
