package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Optional;

/**
 * A verb as a model, from which parsing, help, man page and completion come.
 *
 * @param name the whole of it, such as {@code virt-spm translate}
 * @param summary one line, for the list of verbs
 * @param synopsis what follows the name, in lines
 * @param operand what the arguments that are no options are, or null if there are none
 * @param examples lines of shell
 */
record Usage(
    String name,
    String summary,
    List<String> synopsis,
    String description,
    String operand,
    List<Option> options,
    List<String> examples) {

  /** Returns the option of a name. */
  Optional<Option> option(String typed) {
    return options.stream().filter(option -> option.names().contains(typed)).findFirst();
  }

  /** Returns the operands' name in the synopsis, its last word. */
  String operandName() {
    String last = synopsis.get(synopsis.size() - 1);
    return last.substring(last.lastIndexOf(' ') + 1).replaceAll("[\\[\\].]", "");
  }
}
