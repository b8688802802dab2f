package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;
import java.util.Optional;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.domain.Domain;

/** All that makes a dialect what it is. */
public interface DialectSyntax {

  /** The name used on the command line and in documents, such as {@code sp-mem}. */
  String name();

  /**
   * Whether a QEMU that says this of itself understands the dialect.
   *
   * @throws IOException if it can't be asked any more
   */
  boolean isSpokenBy(QemuCapabilities qemu) throws IOException;

  /** Which QEMU it is, in words for help: {@code QEMU 11.1 and later}. */
  String qemu();

  /** Whether QEMU as released, in that version, understands the dialect. */
  boolean isInStockQemu(int major, int minor);

  /** Whether the memory is boot memory, which {@code -m} counts, and not that of a device. */
  boolean marksBootMemory();

  /** Whether QEMU saves and migrates what is in the memory. */
  boolean isSaved();

  /** The first libvirt that takes the native form; empty where there is no such form. */
  Optional<LibvirtVersion> nativeSince();

  /** The translation of a domain for a target of this dialect. */
  Procedure procedure(Target target, Domain domain);
}
