package org.libvirtspm.host.check;

import java.util.List;
import org.libvirtspm.translator.SpmCell;

/** Reports SPM nodes that are backed by ordinary host memory. */
public final class RamBackedCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    return subject.cells().stream()
        .filter(cell -> cell.path().isEmpty())
        .map(RamBackedCheck::finding)
        .toList();
  }

  /** Returns the finding about such a node. */
  public static Finding finding(SpmCell cell) {
    return Finding.note(
            Code.RAM_BACKED,
            "node " + cell.id() + ": its memory is ordinary RAM of the host",
            "it is special for the guest only",
            "<source><path> gives it that of a device")
        .atNode(cell.id());
  }
}
