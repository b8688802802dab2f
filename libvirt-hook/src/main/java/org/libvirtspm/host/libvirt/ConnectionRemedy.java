package org.libvirtspm.host.libvirt;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libvirtspm.host.dax.HostFiles;

/** Remedies for connections that could not be opened. */
final class ConnectionRemedy {

  static final String LIBRARY = "apt install libvirt0, or dnf install libvirt-libs";

  /**
   * Messages about the socket's permissions, a missing polkit agent, and polkit without an answer.
   */
  private static final Pattern PERMISSION =
      Pattern.compile("ermission denied|uthenti|error from service");

  private static final List<String> DAEMONS =
      List.of(
          "/usr/sbin/virtqemud", "/usr/sbin/libvirtd", "/usr/bin/virtqemud", "/usr/bin/libvirtd");

  /** How libvirt is on this host. */
  enum Presence {
    MISSING,
    WITHOUT_SYSTEMD,
    WITH_SYSTEMD
  }

  private ConnectionRemedy() {}

  /**
   * For a connection to that URI, or to libvirt's own choice.
   *
   * @param reason what libvirt said
   */
  static String of(Optional<String> uri, LibvirtFailure.Kind kind, String reason) {
    boolean elsewhere = uri.filter(u -> u.contains("socket=")).isPresent();
    return of(uri, kind, reason, elsewhere ? withDaemon() : presence());
  }

  private static Presence presence() {
    boolean isThere = DAEMONS.stream().map(Path::of).anyMatch(Files::exists);
    return isThere ? withDaemon() : Presence.MISSING;
  }

  private static Presence withDaemon() {
    return HostFiles.HERE.hasSystemd() ? Presence.WITH_SYSTEMD : Presence.WITHOUT_SYSTEMD;
  }

  /** Returns the remedy, given how libvirt is on this host. */
  static String of(
      Optional<String> uri, LibvirtFailure.Kind kind, String reason, Presence libvirt) {
    if (kind == LibvirtFailure.Kind.BAD_URI) {
      return reason.contains("resolve")
          ? "mend the host's name in the URI"
          : "mend the URI in -c, in LIBVIRT_DEFAULT_URI or in libvirt.conf";
    }
    Optional<URI> other =
        uri.filter(u -> !LibvirtDaemon.isLocal(u)).flatMap(ConnectionRemedy::read);
    if (other.isPresent()) {
      return reason.contains("Unable to resolve")
          ? "mend the host's name in the URI, or what keeps it from being found: getent hosts "
              + other.get().getHost()
          : ofOther(other.get());
    }
    if (PERMISSION.matcher(reason).find()) {
      return "run it as root, or: usermod -aG libvirt USER, and log in again";
    }
    boolean hangs = reason.contains("no answer");
    return switch (libvirt) {
      case MISSING -> "apt install libvirt-daemon-system, or dnf install libvirt";
      case WITHOUT_SYSTEMD ->
          hangs ? "restart virtqemud, or libvirtd" : "virtqemud -d, or libvirtd -d";
      case WITH_SYSTEMD ->
          hangs
              ? "systemctl restart virtqemud, or libvirtd"
              : "systemctl start virtqemud.socket, or libvirtd.socket";
    };
  }

  private static String ofOther(URI uri) {
    String transport = uri.getScheme().replaceFirst("^[^+]*\\+?", "");
    return switch (transport) {
      case "tcp" -> "there: systemctl start virtproxyd-tcp.socket, or libvirtd-tcp.socket";
      case "", "tls" ->
          "virt-pki-validate; there: systemctl start virtproxyd-tls.socket, or libvirtd-tls.socket";
      default ->
          "mend what this says: ssh "
              + Optional.ofNullable(uri.getUserInfo()).map(user -> user + "@").orElse("")
              + uri.getHost()
              + " virsh version";
    };
  }

  private static Optional<URI> read(String uri) {
    try {
      return Optional.of(new URI(uri)).filter(u -> u.getScheme() != null && u.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
