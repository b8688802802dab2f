package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;
import org.libvirtspm.translator.LibvirtVersion;

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

  /** How this dialect goes through a libvirt of that version. */
  Form form(LibvirtVersion libvirt);
}
