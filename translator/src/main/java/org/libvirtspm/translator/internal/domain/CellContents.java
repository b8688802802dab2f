package org.libvirtspm.translator.internal.domain;

import java.util.List;
import java.util.Map;

/** What stands inside a cell that has been checked. */
interface CellContents {

  /** Where its memory comes from. */
  Source source();

  /** Its memory side caches, in document order. */
  List<MemoryCache> caches();

  /** Its distances to other nodes; of two to the same node, the first. */
  Map<Integer, Integer> distances();
}
