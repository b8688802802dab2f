package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;

/** {@code virt-spm manual}: the manual page. */
final class ManualCommand implements Command {

  @Override
  public String name() {
    return "manual";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm manual",
        "Print the manual page.",
        List.of("[--help]"),
        "Print the manual page of virt-spm, for man or for a folder of manual pages.",
        null,
        List.of(Option.HELP),
        List.of(
            "virt-spm manual | man -l -",
            "virt-spm manual > /usr/local/share/man/man1/virt-spm.1"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("manual takes no arguments");
    }
    FormatOption.print(terminal, ManPage.text());
    return ExitStatus.FINE;
  }
}
