package org.libvirtspm.host.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.libvirt.LibvirtDaemon;

/**
 * The host of a libvirt that is reached over the network, or that is none: libvirt's test driver.
 */
record OtherHost(String uri) {

  /** The host at that URI; empty when it is this one. */
  static Optional<OtherHost> at(String uri) {
    return LibvirtDaemon.isLocal(uri) ? Optional.empty() : Optional.of(new OtherHost(uri));
  }

  /** The host that the URI names, for a libvirt that does not answer; empty when it names none. */
  static Optional<OtherHost> named(Optional<String> uri) {
    return uri.or(() -> Optional.ofNullable(System.getenv("LIBVIRT_DEFAULT_URI")))
        .flatMap(OtherHost::at)
        .filter(other -> other.name().isPresent());
  }

  /** What is said in place of what would have been found out about the host. */
  Finding finding(String notSeen, String command) {
    return Finding.note(
        Code.OTHER_HOST,
        uri + " is not this host: " + notSeen + " are not looked at",
        name().isPresent() ? "" : "libvirt's test driver has none",
        name().isPresent() ? "run there: " + command : "");
  }

  /** The host's name; empty for a driver without a host. */
  private Optional<String> name() {
    try {
      return Optional.ofNullable(new URI(uri).getHost()).filter(host -> !host.isEmpty());
    } catch (URISyntaxException e) {
      return Optional.of(uri);
    }
  }
}
