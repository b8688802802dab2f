package org.libvirtspm.host.target;

import java.util.Optional;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.LibvirtVersion;

/** The libvirt a document is for, as far as a translation depends on it. */
public interface Daemon {

  /** The daemon's version. */
  LibvirtVersion libvirtVersion();

  /** The version of the QEMU it uses by default, if it tells. */
  Optional<LibvirtVersion> qemuVersion();

  /** True when the daemon runs on this host, and the emulator can be asked here. */
  boolean isOnThisHost();

  /**
   * The emulator it gives a domain that names none, if it tells.
   *
   * @throws java.io.UncheckedIOException when the connection is lost
   */
  Optional<String> defaultEmulator(DomainDocument domain);
}
