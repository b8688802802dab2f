package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
        "Show a manual page with man on a terminal, else print it as roff; or write all pages into a"
            + " folder.",
        "A page: virt-spm, which is the default, virt-spm-COMMAND or just COMMAND, libvirt-spm-domain"
            + " for the XML, or libvirt-spm-hook.conf.",
        List.of(ALL, Option.HELP),
        List.of("virt-spm manual libvirt-spm-domain"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> pages = arguments.operands();
    if (pages.size() > 1 || (arguments.has(ALL) && !pages.isEmpty())) {
      throw new UsageException("name one PAGE only, or -o DIR");
    }
    if (arguments.has(ALL)) {
      writeAll(Input.pathOf(arguments.value(ALL).orElseThrow()));
      return ExitStatus.FINE;
    }
    String page = Manual.page(pages.isEmpty() ? "virt-spm" : pages.get(0));
    if (terminal.isWatched()) {
      Optional<Process> man = startMan();
      if (man.isPresent()) {
        return show(page, man.get());
      }
    }
    FormatOption.print(terminal, page);
    return ExitStatus.FINE;
  }

  /** Starts man with the page on its standard input; empty if man is not installed. */
  private static Optional<Process> startMan() {
    try {
      return Optional.of(
          new ProcessBuilder("man", "-l", "-")
              .inheritIO()
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .start());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static ExitStatus show(String page, Process man) throws IOException {
    try (OutputStream input = man.getOutputStream()) {
      input.write(page.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It ended before it had read all: its exit status says whether that is wrong.
    }
    try {
      return man.waitFor() == 0 ? ExitStatus.FINE : ExitStatus.FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while man ran", e);
    }
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
