package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;
import java.util.Optional;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.internal.domain.Domain;

/** Definition of a dialect: one implementation per dialect. */
public interface DialectSyntax {

  /** The name used on the command line and in documents, such as {@code sp-mem}. */
  String name();

  /**
   * True if QEMU's answers show that it supports the dialect.
   *
   * @throws IOException if QEMU no longer answers
   */
  boolean isSpokenBy(QemuCapabilities qemu) throws IOException;

  /** The QEMU that supports it, in words for the help: {@code QEMU 11.1 and later}. */
  String qemu();

  /** True if the released QEMU of that version supports the dialect. */
  boolean isInStockQemu(int major, int minor);

  /** True if the SPM is boot memory, which {@code -m} counts; false if it belongs to a device. */
  boolean marksBootMemory();

  /** True if QEMU saves and migrates the content of the memory. */
  boolean isSaved();

  /** First libvirt version with the native form; empty if there is none. */
  Optional<LibvirtVersion> nativeSince();

  /** Returns the rules and steps for a form of this dialect and a libvirt version. */
  Procedure procedure(Form form, LibvirtVersion libvirt, Domain domain);
}
