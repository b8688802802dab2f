package org.libvirtspm.translator.internal.undo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Removes the QEMU arguments that a translation wrote and keeps all others. */
final class QemuArguments {

  private final List<Element> arguments;
  private final WrittenArguments written;
  private final Editor editor;
  private final Problems problems;
  private final Set<String> seen = new HashSet<>();

  QemuArguments(
      Element root,
      Element declaration,
      TranslationRecord record,
      Editor editor,
      Problems problems) {
    this.arguments = Domain.qemuArguments(root);
    this.written = new WrittenArguments(root, arguments, declaration, record);
    this.editor = editor;
    this.problems = problems;
  }

  /**
   * Removes them from the end: they follow the earlier arguments.
   *
   * @param hmat whether the translation enabled the HMAT
   */
  void remove(boolean hmat) {
    boolean seekHmat = hmat;
    for (int i = arguments.size() - 2; i >= 0; i--) {
      boolean isHmat = seekHmat && value(i).equals("-machine") && value(i + 1).equals("hmat=on");
      Optional<String> about = written.about(value(i), value(i + 1));
      if (isHmat || about.isPresent()) {
        seekHmat &= !isHmat;
        checkOnce(about.orElse("hmat"), arguments.get(i + 1));
        remove(arguments.get(i));
        remove(arguments.get(i + 1));
        i--;
      }
    }
  }

  private String value(int i) {
    return arguments.get(i).value("value").orElse("");
  }

  private void checkOnce(String about, Element at) {
    if (!seen.add(about)) {
      problems.error(
          at,
          "argument '"
              + Excerpt.of(at.value("value").orElse(""))
              + "' was added to what a translation says about the same: "
              + Remedy.of("remove one of them"));
    }
  }

  private void remove(Element argument) {
    new LaterAdditions(problems).refuse(argument);
    editor.remove(argument);
  }
}
