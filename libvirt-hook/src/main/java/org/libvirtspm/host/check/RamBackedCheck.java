package org.libvirtspm.host.check;

import java.util.List;

/** Whether memory that is special for the guest is ordinary on the host. */
public final class RamBackedCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    return subject.cells().stream()
        .filter(cell -> cell.path().isEmpty())
        .map(
            cell ->
                Finding.note(Code.RAM_BACKED, "node " + cell.id() + ": " + SENTENCE, WHY)
                    .atNode(cell.id()))
        .toList();
  }

  /** What is said of such a node. */
  public static final String SENTENCE = "its memory is ordinary RAM of the host";

  private static final String WHY =
      "it is special for the guest only; <source><path> gives it that of a device";
}
