package org.libvirtspm.host.libvirt;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.target.Daemon;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** What a translation needs to know of the daemon behind a connection. */
public final class LibvirtDaemon implements Daemon {

  private final LibvirtConnection connection;
  private final LibvirtVersion version;
  private final boolean onThisHost;

  /** Asks the daemon for its version, since everything depends on it. */
  public LibvirtDaemon(LibvirtConnection connection) throws LibvirtFailure {
    this.connection = connection;
    this.version = connection.version();
    this.onThisHost = isLocal(connection.uri());
  }

  @Override
  public LibvirtVersion libvirtVersion() {
    return version;
  }

  @Override
  public Optional<LibvirtVersion> qemuVersion() {
    return connection.qemuVersion();
  }

  @Override
  public boolean isOnThisHost() {
    return onThisHost;
  }

  @Override
  public Optional<String> defaultEmulator(DomainDocument domain) {
    try {
      String xml = connection.domainCapabilities(domain.arch(), domain.machine(), domain.type());
      return DocumentReader.read(new SourceText(xml)).root().child("path").map(Element::text);
    } catch (LibvirtFailure e) {
      if (e.kind() == LibvirtFailure.Kind.NOT_CONNECTED) {
        throw new UncheckedIOException(e);
      }
      return Optional.empty();
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  /** A QEMU URI without a host is this host's; one of libvirt's test driver is of no host. */
  public static boolean isLocal(String uri) {
    try {
      URI parsed = new URI(uri);
      String host = parsed.getHost();
      String driver = parsed.getScheme() == null ? "" : parsed.getScheme();
      return driver.matches("qemu(\\+.*)?") && (host == null || host.isEmpty());
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
