package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.host.document.DeclarationEdit;
import org.libvirtspm.host.document.SpmNodes;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;

/** {@code virt-spm detach}: removes SPM from a defined domain. */
final class DetachCommand implements Command {

  private static final Option CELL =
      new Option(List.of("--cell"), "N", "The node that goes, as list shows it.");

  private static final Option PATH =
      new Option(List.of("--path"), "PATH", "The device or file whose node goes.");

  private static final Option ALL = new Option(List.of("--all"), null, "All of them go.");

  @Override
  public String name() {
    return "detach";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm detach",
        "Take Specific Purpose Memory from a domain.",
        List.of(
            "[-c URI] [--config] [--print] [--no-validate]",
            TargetOptions.SYNOPSIS + " [--format text|json]",
            "--cell N|--path PATH|--all DOMAIN"),
        "Take the declaration of nodes of Specific Purpose Memory out of a defined domain, with"
            + " their distances, latencies and bandwidths, and redefine the domain. Without any it"
            + " is again the domain that it was before attach.",
        "A domain's name, UUID, or number while it runs.",
        List.of(
            LibvirtOptions.CONNECT,
            AttachCommand.CONFIG,
            LibvirtOptions.PRINT,
            LibvirtOptions.NO_VALIDATE,
            LibvirtOptions.DIALECT,
            FormatOption.FORMAT,
            CELL,
            PATH,
            ALL,
            Option.HELP),
        List.of("virt-spm detach guest --path /dev/dax0.0"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    String name = LibvirtOptions.onlyDomain(arguments);
    if (Stream.of(CELL, PATH, ALL).filter(arguments::has).count() != 1) {
      throw new UsageException("say what goes, with one of --cell, --path and --all");
    }
    try (LibvirtConnection libvirt = AttachCommand.connection(arguments)) {
      return Redefinition.run(
          arguments,
          terminal,
          libvirt,
          domain -> DeclarationEdit.without(domain, chosen(domain, name, arguments)),
          (before, after) -> "Domain '" + name + "' declares " + left(after));
    }
  }

  /** Describes what is left, by current ids: nodes without an id may be renumbered. */
  private static String left(List<SpmCell> after) {
    return after.isEmpty()
        ? "no Specific Purpose Memory any more"
        : SpmNodes.sentence(after) + " now";
  }

  private static List<Cell> chosen(Domain domain, String name, Arguments arguments)
      throws IOException {
    Optional<String> node = arguments.value(CELL);
    Optional<String> path = arguments.value(PATH);
    List<Cell> chosen =
        domain.spmCells().stream()
            .filter(c -> node.isEmpty() || node.get().equals(String.valueOf(c.id())))
            .filter(c -> path.isEmpty() || path.equals(c.source().path()))
            .toList();
    if (chosen.isEmpty()) {
      String what =
          node.map(n -> " as node " + n).or(() -> path.map(p -> " at '" + p + "'")).orElse("");
      String nodes = domain.spmCells().size() == 1 ? "; it does as node " : "; it does as nodes ";
      String has =
          domain.spmCells().stream()
              .map(c -> String.valueOf(c.id()))
              .collect(Collectors.joining(" and ", nodes, ""));
      throw new IOException(
          "Domain '"
              + name
              + "' declares no Specific Purpose Memory"
              + what
              + (domain.spmCells().isEmpty() ? "" : has));
    }
    return chosen;
  }
}
