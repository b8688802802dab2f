package org.libvirtspm.kubevirt;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;

/**
 * Options of the command line.
 *
 * @param socket path to listen on; null only with {@code help}
 * @param dialect dialect of all launchers' QEMU; empty to decide per VM
 * @param libvirt libvirt version of all launchers; empty to decide per VM
 */
record ServerOptions(
    Path socket, Optional<Dialect> dialect, Optional<LibvirtVersion> libvirt, boolean help) {

  private static final String USAGE =
      """
      usage: virt-spm-kubevirt --socket PATH [--dialect D] [--libvirt V]
      Serves KubeVirt's domain hook on a unix socket: gives VMs with the annotation
      libvirt-spm.org/cells their Specific Purpose Memory.

        --socket PATH  listen there; a socket on which nobody listens is replaced
        --dialect D    what QEMU understands: spm, memmap-type, sp-mem; without it the
                       annotation libvirt-spm.org/dialect tells, else it is sp-mem
        --libvirt V    the launcher's libvirt, such as 12.8; without it the annotation
                       libvirt-spm.org/libvirt tells, else any libvirt can take the result
        --help         print this
      """;

  /**
   * Parses the arguments.
   *
   * @throws ParseException with a sentence for the user
   */
  static ServerOptions parse(List<String> args) throws ParseException {
    CommandLine line =
        DefaultParser.builder()
            .setAllowPartialMatching(false)
            .get()
            .parse(known(), args.toArray(String[]::new));
    if (line.hasOption("help")) {
      return new ServerOptions(null, Optional.empty(), Optional.empty(), true);
    }
    if (!line.getArgList().isEmpty()) {
      throw new ParseException("unknown argument '" + line.getArgList().get(0) + "': see --help");
    }
    String socket = line.getOptionValue("socket");
    if (socket == null || socket.isEmpty()) {
      throw new ParseException("--socket is missing: say where to listen, as --socket PATH");
    }
    try {
      return new ServerOptions(
          Path.of(socket),
          Optional.ofNullable(line.getOptionValue("dialect")).map(Dialect::named),
          Optional.ofNullable(line.getOptionValue("libvirt")).map(LibvirtVersion::parse),
          false);
    } catch (InvalidPathException e) {
      throw new ParseException("--socket '" + socket + "' is no path: " + e.getReason());
    } catch (IllegalArgumentException e) {
      throw new ParseException(e.getMessage());
    }
  }

  private static Options known() {
    Options options = new Options();
    for (String name : List.of("socket", "dialect", "libvirt")) {
      options.addOption(Option.builder().longOpt(name).hasArg().get());
    }
    return options.addOption(Option.builder().longOpt("help").get());
  }

  /** The help text. */
  static String usage() {
    return USAGE;
  }
}
