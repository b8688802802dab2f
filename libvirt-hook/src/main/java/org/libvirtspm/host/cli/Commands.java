package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Optional;

/** All verbs, and the command as a whole. */
final class Commands {

  /** In the order help lists them. */
  static final List<Command> ALL =
      List.of(
          new TranslateCommand(),
          new UntranslateCommand(),
          new ValidateCommand(),
          new DemoCommand());

  /** What can be typed without a verb. */
  static final Usage WHOLE =
      new Usage(
          "virt-spm",
          "Specific Purpose Memory for libvirt domains.",
          List.of("COMMAND [OPTION]... FILE...", "COMMAND --help", "--version"),
          "Specific Purpose Memory for libvirt domains.",
          null,
          List.of(Option.HELP, Option.VERSION),
          List.of("virt-spm translate guest.xml"));

  private Commands() {}

  /** The verb of that name. */
  static Optional<Command> named(String name) {
    return ALL.stream().filter(c -> c.name().equals(name)).findFirst();
  }
}
