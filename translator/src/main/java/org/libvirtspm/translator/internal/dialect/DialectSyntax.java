package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;
import org.libvirtspm.translator.Target;

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

  /**
   * Whether QEMU gets the memory's backends as arguments that libvirt does not look into, so that
   * libvirt gives the guest no access to their files.
   */
  boolean hidesBackends();

  /** Whether QEMU saves and migrates what is in the memory. */
  boolean isSaved();

  /** How this dialect goes through the target's libvirt. */
  Form form(Target target);
}
