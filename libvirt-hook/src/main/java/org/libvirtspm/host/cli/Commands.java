package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Optional;

/** All verbs. */
final class Commands {

  /** In the order help lists them. */
  static final List<Command> ALL =
      List.of(new TranslateCommand(), new UntranslateCommand(), new ValidateCommand());

  private Commands() {}

  /** The verb of that name. */
  static Optional<Command> named(String name) {
    return ALL.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
