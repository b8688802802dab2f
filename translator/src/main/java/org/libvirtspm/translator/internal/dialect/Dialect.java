package org.libvirtspm.translator.internal.dialect;

import org.libvirtspm.translator.LibvirtVersion;

/** One of QEMU's ways to spell Specific Purpose Memory. */
public interface Dialect {

  /** The name used on the command line and in documents, such as {@code sp-mem}. */
  String name();

  /** How this dialect goes through a libvirt of that version. */
  Form form(LibvirtVersion libvirt);
}
