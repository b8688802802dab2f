package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code virt-spm manual}: the manual pages. */
final class ManualCommand implements Command {

  private static final Option ALL =
      new Option(List.of("--output", "-o"), "DIR", "Write all pages into the existing folder DIR.");

  @Override
  public String name() {
    return "manual";
  }

  @Override
  public List<String> operandWords() {
    return Manual.names();
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm manual",
        "Print a manual page.",
        List.of("[-o DIR]", "[PAGE]"),
        "Print a manual page, for man; or write all of them into a folder.",
        "A page: virt-spm, which is the default, virt-spm-COMMAND or just COMMAND, libvirt-spm-domain"
            + " for the XML, or libvirt-spm-hook.conf.",
        List.of(ALL, Option.HELP),
        List.of("virt-spm manual libvirt-spm-domain | man -l -"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> pages = arguments.operands();
    if (pages.size() > 1 || (arguments.has(ALL) && !pages.isEmpty())) {
      throw new UsageException("name one PAGE only, or -o DIR");
    }
    if (arguments.has(ALL)) {
      writeAll(Input.pathOf(arguments.value(ALL).orElseThrow()));
    } else {
      FormatOption.print(terminal, Manual.page(pages.isEmpty() ? "virt-spm" : pages.get(0)));
    }
    return ExitStatus.FINE;
  }

  private static void writeAll(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("there is no folder " + folder);
    }
    for (String name : Manual.names()) {
      Output.inFolder(folder.resolve(Manual.fileName(name)))
          .write(Manual.page(name).getBytes(StandardCharsets.UTF_8));
    }
  }
}
