package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.document.DeclarationEdit.NewCell;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.MemorySize;

/**
 * The cell that options describe. Sizes are in KiB; what is empty is the device's or libvirt's.
 *
 * @param node its id in the guest, from 1
 * @param path the dax device or file on the host
 * @param nodemask the host's nodes in libvirt's notation
 */
record CellOptions(
    OptionalInt node,
    OptionalLong sizeKib,
    Optional<String> path,
    OptionalLong alignKib,
    OptionalLong pageKib,
    Optional<String> nodemask) {

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

  /** All options, in the order of the help. */
  static final List<Option> ALL = List.of(MEMORY, PATH, ALIGN, PAGE, NODEMASK, CELL);

  /** Reads the options. */
  static CellOptions of(Arguments arguments) {
    CellOptions read =
        new CellOptions(
            node(arguments.value(CELL)),
            wholeMib(arguments),
            arguments.value(PATH),
            kib(arguments, ALIGN),
            kib(arguments, PAGE),
            arguments.value(NODEMASK));
    if (read.sizeKib.isEmpty() && read.path.isEmpty()) {
      throw new UsageException("say how much with --memory, or name a device with --path");
    }
    return read;
  }

  private static OptionalInt node(Optional<String> text) {
    if (text.isPresent() && !text.get().matches("[1-9][0-9]{0,2}")) {
      throw new UsageException("--cell '" + text.get() + "' is no node from 1 on");
    }
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.get()));
  }

  /** Rejects decimal units such as GB, whose sizes are no whole MiB. */
  private static OptionalLong wholeMib(Arguments arguments) {
    OptionalLong kib = kib(arguments, MEMORY);
    String text = arguments.value(MEMORY).orElse("");
    if (kib.orElse(0) % MemorySize.MIB != 0 && text.matches(".*[KkMmGgTtPpEe][Bb]")) {
      throw new UsageException(
          "--memory '%s' is no whole number of MiB; did you mean '%s'?"
              .formatted(text, text.substring(0, text.length() - 1) + "iB"));
    }
    return kib;
  }

  private static OptionalLong kib(Arguments arguments, Option option) {
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

  /** Returns the cell; missing size and alignment are the device's. */
  NewCell cell(Optional<DaxDevice> device) {
    OptionalLong align =
        alignKib.isPresent()
            ? alignKib
            : positive(device.map(d -> d.alignBytes().orElse(0) / 1024).orElse(0L));
    long unitKib = Math.max(align.orElse(1), 1);
    OptionalLong size =
        sizeKib.isPresent()
            ? sizeKib
            : positive(device.map(d -> d.sizeKib() / unitKib * unitKib).orElse(0L));
    long kib = size.orElseThrow(() -> noSize(device, unitKib));
    return new NewCell(node, kib, path, align, pageKib, nodemask);
  }

  private static OptionalLong positive(long kib) {
    return kib > 0 ? OptionalLong.of(kib) : OptionalLong.empty();
  }

  private UsageException noSize(Optional<DaxDevice> device, long unitKib) {
    return new UsageException(
        device
            .map(
                d ->
                    "'%s' holds %s, less than its alignment of %s"
                        .formatted(
                            d.path(), MemorySize.words(d.sizeKib()), MemorySize.words(unitKib)))
            .orElseGet(
                () ->
                    ("'%s' is none of this host's dax devices, which virt-spm devices lists;"
                            + " say how much with --memory")
                        .formatted(path.orElse(""))));
  }
}
