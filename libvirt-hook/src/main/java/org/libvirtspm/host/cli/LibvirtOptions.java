package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDaemon;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.host.qmp.MemoisedDialectProbe;
import org.libvirtspm.host.target.DaemonTranslation;

/** The options of the verbs that talk to libvirt. */
final class LibvirtOptions {

  static final Option CONNECT =
      new Option(
          List.of("--connect", "-c"),
          "URI",
          "The libvirt to talk to; by default the one virsh would, LIBVIRT_DEFAULT_URI included.");

  static final Option DIALECT =
      new Option(
          List.of("--dialect"),
          "DIALECT",
          TargetOptions.DIALECTS
              + " auto, the default, asks the emulator if it is on this host; else it goes by the"
              + " domain's dialect so far, or by the version of QEMU that libvirt tells.");

  static final Option NO_VALIDATE =
      new Option(
          List.of("--no-validate"), null, "Do not have libvirt check the XML against its schema.");

  static final Option PRINT =
      new Option(
          List.of("--print"), null, "Print what the translation changes, as a diff; do nothing.");

  private LibvirtOptions() {}

  /** Connects with all rights. */
  static LibvirtConnection connect(Arguments arguments) throws LibvirtFailure {
    return LibvirtConnection.open(arguments.value(CONNECT), false);
  }

  /** Connects to look only: with all rights if they are given, since some answers need them. */
  static LibvirtConnection connectToLook(Arguments arguments) throws LibvirtFailure {
    return connectToLook(arguments.value(CONNECT));
  }

  /** Connects to look only, to that URI or libvirt's own choice. */
  static LibvirtConnection connectToLook(Optional<String> uri) throws LibvirtFailure {
    try {
      return LibvirtConnection.open(uri, false);
    } catch (LibvirtFailure denied) {
      if (denied.kind() != LibvirtFailure.Kind.OTHER) {
        throw denied;
      }
      try {
        return LibvirtConnection.open(uri, true);
      } catch (LibvirtFailure e) {
        denied.addSuppressed(e);
        throw denied;
      }
    }
  }

  /** Translates for the libvirt behind the connection. */
  static DaemonTranslation translation(Arguments arguments, LibvirtConnection connection)
      throws LibvirtFailure {
    return new DaemonTranslation(
        new LibvirtDaemon(connection), probe(), TargetOptions.dialect(arguments.value(DIALECT)));
  }

  static DialectProbe probe() {
    return new MemoisedDialectProbe(CachedProbe.standard());
  }

  /** The one DOMAIN. */
  static String onlyDomain(Arguments arguments) {
    return only("DOMAIN", arguments);
  }

  /** The one FILE or DOMAIN. */
  static String onlyFileOrDomain(Arguments arguments) {
    return only("FILE or DOMAIN", arguments);
  }

  private static String only(String operand, Arguments arguments) {
    if (arguments.operands().size() != 1) {
      throw new UsageException(
          arguments.operands().isEmpty() ? "name a " + operand : "name one " + operand + " only");
    }
    return arguments.operands().get(0);
  }
}
