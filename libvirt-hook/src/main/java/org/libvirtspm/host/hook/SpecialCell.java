package org.libvirtspm.host.hook;

import org.libvirtspm.translator.SpmCell;

/**
 * A cell whose memory is special.
 *
 * @param path the file or device its memory is; empty for memory without a name
 * @param alignKib the alignment QEMU is told; 0 for none
 */
record SpecialCell(int id, long sizeKib, String path, long alignKib) {

  static SpecialCell of(SpmCell cell) {
    return new SpecialCell(
        cell.id(), cell.sizeKib(), cell.path().orElse(""), cell.alignKib().orElse(0));
  }

  boolean hasPath() {
    return !path.isEmpty();
  }
}
