package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;

/** A verb of virt-spm. */
interface Command {

  /** Returns the word after {@code virt-spm}. */
  String name();

  /** Returns options and help. */
  Usage usage();

  /**
   * Does what was asked.
   *
   * @throws UsageException before anything is done
   * @throws IOException when it could not be done; the message is a sentence for the user
   */
  ExitStatus run(Arguments arguments, Terminal terminal) throws IOException;

  /** Returns the fixed words that are operands, for completion. */
  default List<String> operandWords() {
    return List.of();
  }

  /** True if it can end with {@link ExitStatus#WARNED}. */
  default boolean warns() {
    return false;
  }

  /** True if all arguments are for another program. */
  default boolean passesOn() {
    return false;
  }
}
