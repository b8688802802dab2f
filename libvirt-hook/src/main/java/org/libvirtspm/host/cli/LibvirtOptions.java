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

/** Options of the verbs that connect to libvirt. */
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

  /** Opens a read-write connection. */
  static LibvirtConnection connect(Arguments arguments) throws LibvirtFailure {
    return LibvirtConnection.open(arguments.value(CONNECT), false);
  }

  /**
   * Opens a read-write connection if allowed, since some queries need it; otherwise a read-only
   * one.
   */
  static LibvirtConnection connectToLook(Arguments arguments) throws LibvirtFailure {
    return connectToLook(arguments.value(CONNECT));
  }

  /** Opens a connection for queries, to a URI or to libvirt's default. */
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

  /** Makes a translator for the libvirt behind the connection. */
  static DaemonTranslation translation(Arguments arguments, LibvirtConnection connection)
      throws LibvirtFailure {
    return new DaemonTranslation(
        new LibvirtDaemon(connection), probe(), TargetOptions.dialect(arguments.value(DIALECT)));
  }

  static DialectProbe probe() {
    return new MemoisedDialectProbe(CachedProbe.standard());
  }

  /** Returns the only DOMAIN operand. */
  static String onlyDomain(Arguments arguments) {
    return only("DOMAIN", arguments);
  }

  /** Returns the only FILE or DOMAIN operand. */
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
