package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.DaxFit;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.check.PathCheck;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.dax.DevdaxMode;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.document.DeclarationEdit;
import org.libvirtspm.host.document.DeclarationEdit.NewCell;
import org.libvirtspm.host.document.SpmNodes;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.Domain;

/** {@code virt-spm attach}: adds SPM to a defined domain. */
final class AttachCommand implements Command {

  /** Accepted like that of virsh attach-device; SPM can't be attached to a running guest. */
  static final Option CONFIG =
      new Option(
          List.of("--config"),
          null,
          "Change the definition, which a running guest follows at its next start. It is what is"
              + " done anyway: memory cannot become special while a guest runs.");

  private final HostFiles host;

  /** Dax devices, used if libvirt is on the same host. */
  AttachCommand(HostFiles host) {
    this.host = host;
  }

  @Override
  public String name() {
    return "attach";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm attach",
        "Give a domain Specific Purpose Memory.",
        List.of(
            "[-c URI] [--config] [--print] [--no-validate]",
            "[--memory SIZE] [--path PATH] [--alignsize SIZE] [--pagesize SIZE]",
            "[--source-node NODES] [--cell N]",
            TargetOptions.SYNOPSIS + " [--format text|json] DOMAIN"),
        "Declare a NUMA node of Specific Purpose Memory in a defined domain, in its metadata unless"
            + " it declares others among its cells, and redefine the domain with the translation."
            + " A domain without NUMA nodes keeps its memory and vCPUs, which become node 0.",
        "A domain's name, UUID, or number while it runs.",
        Stream.of(
                List.of(
                    LibvirtOptions.CONNECT,
                    CONFIG,
                    LibvirtOptions.PRINT,
                    LibvirtOptions.NO_VALIDATE),
                CellOptions.ALL,
                List.of(LibvirtOptions.DIALECT, FormatOption.FORMAT, Option.HELP))
            .flatMap(List::stream)
            .toList(),
        List.of("virt-spm attach guest --path /dev/dax0.0", "virt-spm check guest"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    String name = LibvirtOptions.onlyDomain(arguments);
    CellOptions asked = CellOptions.of(arguments);
    try (LibvirtConnection libvirt = connection(arguments)) {
      Optional<DaxDevice> device = device(asked.path(), libvirt.uri());
      NewCell cell = asked.cell(device);
      if (device.isEmpty() && OtherHost.at(libvirt.uri()).isEmpty()) {
        asked
            .path()
            .filter(DaxDevices::isDaxPath)
            .ifPresent(path -> terminal.say(PathCheck.noDevice("", path).asWarning()));
      }
      if (device.isPresent() && !fits(cell, device.get(), terminal)) {
        return ExitStatus.FAILED;
      }
      return Redefinition.run(
          arguments,
          terminal,
          libvirt,
          domain -> added(domain, name, cell),
          (before, after) -> sentence(name, before, after));
    }
  }

  /** Returns the extended XML with a new cell. */
  private static byte[] added(Domain domain, String name, NewCell cell) throws IOException {
    OptionalInt node = cell.node();
    if (node.isPresent() && domain.cells().stream().anyMatch(c -> c.id() == node.getAsInt())) {
      throw new Failure(
          "Domain '%s' has a node %d already".formatted(name, node.getAsInt()),
          "leave --cell out, or name another");
    }
    return DeclarationEdit.added(domain, cell);
  }

  static LibvirtConnection connection(Arguments arguments) throws IOException {
    return arguments.has(LibvirtOptions.PRINT)
        ? LibvirtOptions.connectToLook(arguments)
        : LibvirtOptions.connect(arguments);
  }

  /** Returns the dax device of a path on libvirt's host; empty for other paths and hosts. */
  Optional<DaxDevice> device(Optional<String> path, String uri) {
    return OtherHost.at(uri).isPresent()
        ? Optional.empty()
        : path.flatMap(new DaxDevices(host)::at);
  }

  /** Reports problems; returns false if the domain could never start. */
  boolean fits(NewCell cell, DaxDevice device, Terminal terminal) {
    DevdaxMode mode = new DevdaxMode(host, device.name());
    DaxFit fit = new DaxFit(device.path(), cell.sizeKib(), cell.alignKib(), device, mode);
    boolean fits = true;
    for (Finding f : fit.findings()) {
      if (f.code() == Code.DEVICE_DRIVER) {
        terminal.say(f.asWarning());
      } else if (f.level() == Finding.Level.ERROR) {
        terminal.say(f);
        fits = false;
      }
    }
    return fits;
  }

  private static String sentence(String name, List<SpmCell> before, List<SpmCell> after) {
    List<Integer> there = before.stream().map(SpmCell::id).toList();
    List<SpmCell> added = after.stream().filter(c -> !there.contains(c.id())).toList();
    return "Domain '" + name + "' has " + SpmNodes.sentence(added);
  }
}
