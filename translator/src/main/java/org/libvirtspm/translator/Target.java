package org.libvirtspm.translator;

import java.util.Objects;

/**
 * The target of a translation.
 *
 * @param dialect the dialect of the domain's QEMU
 * @param libvirt the version of the libvirt that will read the document; for {@link
 *     LibvirtVersion#UNKNOWN} nothing is refused that some libvirt takes in this form
 * @param form how the SPM reaches QEMU through that libvirt; whether it can is the caller's to know
 */
public record Target(Dialect dialect, LibvirtVersion libvirt, Form form) {

  /**
   * Checks that the dialect has the form.
   *
   * @throws NullPointerException naming the argument that is null
   * @throws IllegalArgumentException if the dialect does not have that form
   */
  public Target {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(libvirt, "libvirt");
    Objects.requireNonNull(form, "form");
    if (!dialect.has(form)) {
      throw new IllegalArgumentException("dialect " + dialect + " has no " + form.word() + " form");
    }
  }

  /**
   * Takes the native form if this libvirt supports it, otherwise the passthrough form.
   *
   * @throws NullPointerException naming the argument that is null
   */
  public Target(Dialect dialect, LibvirtVersion libvirt) {
    this(
        dialect,
        Objects.requireNonNull(libvirt, "libvirt"),
        Objects.requireNonNull(dialect, "dialect").form(libvirt));
  }
}
