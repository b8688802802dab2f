package org.libvirtspm.translator.internal.undo;

import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * The {@code <numa>} that a translation made for a domain without one. {@code <memory>} is computed
 * from the memory of its cell 0, which libvirt reads.
 */
final class MadeTopology {

  private final Element root;
  private final Editor editor;
  private final Problems problems;
  private final LaterAdditions later;

  MadeTopology(Element root, Editor editor, Problems problems) {
    this.root = root;
    this.editor = editor;
    this.problems = problems;
    this.later = new LaterAdditions(problems);
  }

  /** Removes it; refuses additions. */
  void remove() {
    Optional<Element> numa = root.descend("cpu", "numa");
    if (numa.isEmpty() || cellZeroKib(root).isEmpty()) {
      problems.error(
          numa.orElse(root),
          "cell 0, which a translation made of the domain's memory and vCPUs, is gone: "
              + Remedy.of("restore it, or define the domain anew from its own XML"));
      return;
    }
    Element zero = zero(root).orElseThrow();
    later.refuseAllBut(numa.get(), e -> e == zero || editor.isRemoved(e));
    later.refuse(zero);
    editor.remove(numa.get());
  }

  /** Returns the memory of cell 0 in KiB; empty if the cell is missing or unreadable. */
  static OptionalLong cellZeroKib(Element root) {
    try {
      Optional<Element> cell = zero(root);
      return cell.isEmpty()
          ? OptionalLong.empty()
          : OptionalLong.of(
              MemorySize.alignCellKib(
                  MemorySize.kib(
                      cell.get().value("memory").orElse(""), cell.get().value("unit").orElse(""))));
    } catch (BadValueException bad) {
      return OptionalLong.empty();
    }
  }

  private static Optional<Element> zero(Element root) {
    return root.descend("cpu", "numa").stream()
        .flatMap(n -> n.elements("cell").stream())
        .filter(c -> c.value("id").filter("0"::equals).isPresent())
        .findFirst();
  }
}
