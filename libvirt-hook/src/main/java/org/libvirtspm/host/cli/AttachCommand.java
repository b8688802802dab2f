package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.DaxFit;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.dax.DevdaxMode;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.document.DeclarationEdit;
import org.libvirtspm.host.document.SpmNodes;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** {@code virt-spm attach}: gives a defined domain Specific Purpose Memory. */
final class AttachCommand implements Command {

  private static final Option MEMORY =
      new Option(
          List.of("--memory"),
          "SIZE",
          "How much, with its unit, such as 16GiB; by default all that the device has.");

  private static final Option PATH =
      new Option(
          List.of("--path"),
          "PATH",
          "The dax device or file that is the memory, such as /dev/dax0.0; without it the memory is"
              + " the host's RAM.");

  private static final Option ALIGN =
      new Option(
          List.of("--alignsize"), "SIZE", "The alignment of the mapping; by default the device's.");

  private static final Option PAGE =
      new Option(List.of("--pagesize"), "SIZE", "The size of huge pages, without --path.");

  private static final Option NODEMASK =
      new Option(
          List.of("--source-node"), "NODES", "The host nodes that RAM is taken from, such as 0-1.");

  private static final Option CELL =
      new Option(
          List.of("--cell"),
          "N",
          "The guest's node that it becomes; by default the next free one.");

  /** Of virsh attach-device: there is no other way, as memory is special from the start on. */
  static final Option CONFIG =
      new Option(
          List.of("--config"),
          null,
          "Change the definition, which a running guest follows at its next start. It is what is"
              + " done anyway: memory cannot become special while a guest runs.");

  private final HostFiles host;

  /** For dax devices of that host, where libvirt is on it too. */
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
        List.of(
            LibvirtOptions.CONNECT,
            CONFIG,
            LibvirtOptions.PRINT,
            LibvirtOptions.NO_VALIDATE,
            MEMORY,
            PATH,
            ALIGN,
            PAGE,
            NODEMASK,
            CELL,
            LibvirtOptions.DIALECT,
            FormatOption.FORMAT,
            Option.HELP),
        List.of("virt-spm attach guest --path /dev/dax0.0", "virt-spm check guest"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    String name = LibvirtOptions.onlyDomain(arguments);
    checkedSizes(arguments);
    try (LibvirtConnection libvirt = connection(arguments)) {
      Optional<DaxDevice> device = device(arguments, libvirt.uri());
      DeclarationEdit.NewCell cell = cell(arguments, device);
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

  /** The extended XML with that cell, which none of the domain's nodes becomes. */
  private static byte[] added(Domain domain, String name, DeclarationEdit.NewCell cell)
      throws IOException {
    OptionalInt node = cell.node();
    if (node.isPresent() && domain.cells().stream().anyMatch(c -> c.id() == node.getAsInt())) {
      throw new IOException(
          "Domain '%s' has a node %d already; leave --cell out, or name another"
              .formatted(name, node.getAsInt()));
    }
    return DeclarationEdit.added(domain, cell);
  }

  static LibvirtConnection connection(Arguments arguments) throws IOException {
    return arguments.has(LibvirtOptions.PRINT)
        ? LibvirtOptions.connectToLook(arguments)
        : LibvirtOptions.connect(arguments);
  }

  /** The dax device of the host that libvirt is on; empty for another path, and another host. */
  Optional<DaxDevice> device(Arguments arguments, String uri) {
    return OtherHost.at(uri).isPresent()
        ? Optional.empty()
        : arguments.value(PATH).flatMap(new DaxDevices(host)::at);
  }

  /** Wrong values are told before anything is connected to. */
  private static void checkedSizes(Arguments arguments) {
    for (Option option : List.of(MEMORY, ALIGN, PAGE)) {
      var unused = sizeKib(arguments, option);
    }
    var unused = node(arguments);
    if (arguments.value(MEMORY).isEmpty() && arguments.value(PATH).isEmpty()) {
      throw new UsageException("say how much with --memory, or name a device with --path");
    }
  }

  /** The cell that is asked for; what is not said is taken from the device. */
  static DeclarationEdit.NewCell cell(Arguments arguments, Optional<DaxDevice> device) {
    OptionalLong alignKib = sizeKib(arguments, ALIGN);
    if (alignKib.isEmpty()) {
      alignKib = positive(device.map(d -> d.alignBytes().orElse(0) / 1024).orElse(0L));
    }
    OptionalLong sizeKib = sizeKib(arguments, MEMORY);
    long unitKib = Math.max(alignKib.orElse(1), 1);
    if (sizeKib.isEmpty()) {
      sizeKib = positive(device.map(d -> d.sizeBytes() / 1024 / unitKib * unitKib).orElse(0L));
    }
    return new DeclarationEdit.NewCell(
        node(arguments),
        sizeKib.orElseThrow(() -> noSize(arguments.value(PATH).orElse(""), device, unitKib)),
        arguments.value(PATH),
        alignKib,
        sizeKib(arguments, PAGE),
        arguments.value(NODEMASK));
  }

  private static OptionalLong positive(long kib) {
    return kib > 0 ? OptionalLong.of(kib) : OptionalLong.empty();
  }

  private static UsageException noSize(String path, Optional<DaxDevice> device, long unitKib) {
    if (device.isEmpty()) {
      return new UsageException(
          "'" + path + "' is no dax device of this host; say how much with --memory");
    }
    return new UsageException(
        "'%s' holds %s, less than its alignment of %s"
            .formatted(
                path,
                MemorySize.words(device.get().sizeBytes() / 1024),
                MemorySize.words(unitKib)));
  }

  private static OptionalInt node(Arguments arguments) {
    Optional<String> text = arguments.value(CELL);
    if (text.isPresent() && !text.get().matches("[1-9][0-9]{0,2}")) {
      throw new UsageException("--cell '" + text.get() + "' is no node from 1 on");
    }
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.get()));
  }

  private static OptionalLong sizeKib(Arguments arguments, Option option) {
    Optional<String> text = arguments.value(option);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(MemorySize.kib(text.get()));
    } catch (BadValueException e) {
      throw new UsageException(option.names().get(0) + " " + e.getMessage());
    }
  }

  /** Tells what is wrong; false where no start could ever succeed. */
  boolean fits(DeclarationEdit.NewCell cell, DaxDevice device, Terminal terminal) {
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

  private static String sentence(String name, Translation before, Translation after) {
    List<Integer> there = before.cells().stream().map(SpmCell::id).toList();
    List<SpmCell> added = after.cells().stream().filter(c -> !there.contains(c.id())).toList();
    return "Domain '" + name + "' has " + SpmNodes.sentence(added);
  }
}
