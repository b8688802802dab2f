package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;

/** One of the command's verbs. */
interface Command {

  /** The word after {@code virt-spm}. */
  String name();

  /** Its options and its help. */
  Usage usage();

  /**
   * Does what was asked.
   *
   * @throws UsageException before anything is done
   * @throws IOException when it could not be done; the message is a sentence for the user
   */
  ExitStatus run(Arguments arguments, Terminal terminal) throws IOException;

  /** What its arguments may be, if they are words of its own. */
  default List<String> operandWords() {
    return List.of();
  }

  /** True when it can end with {@link ExitStatus#WARNED}. */
  default boolean warns() {
    return false;
  }

  /** True when everything typed behind the verb is for another program, and not read here. */
  default boolean passesOn() {
    return false;
  }
}
