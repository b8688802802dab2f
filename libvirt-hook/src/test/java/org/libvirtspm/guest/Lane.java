package org.libvirtspm.guest;

import java.util.Locale;
import org.libvirtspm.translator.LibvirtVersion;

/** A dialect in a form, and the Debian suite whose programs take it. */
enum Lane {
  NATIVE("sp-mem", "forky"),
  PASSTHROUGH("sp-mem", "forky", "11.3"),
  OLD_LIBVIRT("sp-mem", "trixie"),
  SPM("spm", "forky"),
  SPM_OLD_LIBVIRT("spm", "trixie"),
  MEMMAP_TYPE("memmap-type", "forky");

  private final String dialect;
  private final String suite;
  private final String pretended;

  Lane(String dialect, String suite) {
    this(dialect, suite, "");
  }

  /** A form for older libvirt must work on a newer one: there it is asked for by its version. */
  Lane(String dialect, String suite, String pretended) {
    this.dialect = dialect;
    this.suite = suite;
    this.pretended = pretended;
  }

  String dialect() {
    return dialect;
  }

  String suite() {
    return suite;
  }

  /** The libvirt the translator is told of. */
  LibvirtVersion libvirt(LibvirtVersion actual) {
    return LibvirtVersion.find(pretended).orElse(actual);
  }

  /** True where stock QEMU makes the mark; the others' QEMU is stock behind a wrapper. */
  boolean isMarkedByQemu() {
    return dialect.equals("sp-mem");
  }

  /** An emulator inside the testbed; empty for libvirt's own choice. */
  String emulator() {
    return isMarkedByQemu() ? "" : "/testbed/qemu-spm";
  }

  /** The name in a domain's name. */
  String suffix() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
