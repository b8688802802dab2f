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

  /** Returns the host of a URI; empty for this host. */
  static Optional<OtherHost> at(String uri) {
    return LibvirtDaemon.isLocal(uri) ? Optional.empty() : Optional.of(new OtherHost(uri));
  }

  /** Returns the host named in a URI whose libvirt does not answer; empty without a name. */
  static Optional<OtherHost> named(Optional<String> uri) {
    return uri.or(() -> Optional.ofNullable(System.getenv("LIBVIRT_DEFAULT_URI")))
        .flatMap(OtherHost::at)
        .filter(other -> other.name().isPresent());
  }

  /** Makes the note that replaces findings about the host. */
  Finding finding(String notSeen, String command) {
    return Finding.note(
        Code.OTHER_HOST,
        uri + " is not this host: " + notSeen + " are not looked at",
        name().isPresent() ? "" : "libvirt's test driver has none",
        name().isPresent() ? "run there: " + command : "");
  }

  /** Returns the host's name; empty for a driver without a host. */
  private Optional<String> name() {
    try {
      return Optional.ofNullable(new URI(uri).getHost()).filter(host -> !host.isEmpty());
    } catch (URISyntaxException e) {
      return Optional.of(uri);
    }
  }
}
