package org.libvirtspm.host.target;

import java.util.Optional;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.LibvirtVersion;

/** The libvirt daemon of a document, as far as the target depends on it. */
public interface Daemon {

  /** The daemon's version. */
  LibvirtVersion libvirtVersion();

  /** The version of its default QEMU; empty if unknown. */
  Optional<LibvirtVersion> qemuVersion();

  /** True if the daemon runs on this host, so that its emulators can be probed. */
  boolean isOnThisHost();

  /**
   * The default emulator for a domain; empty if unknown.
   *
   * @throws java.io.UncheckedIOException if the connection is lost
   */
  Optional<String> defaultEmulator(DomainDocument domain);
}
