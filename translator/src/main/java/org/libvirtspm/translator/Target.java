package org.libvirtspm.translator;

import java.util.Objects;

/**
 * What the translated document is for.
 *
 * @param dialect the syntax the domain's QEMU understands
 * @param libvirt the libvirt that will read the document; {@link LibvirtVersion#UNKNOWN} means old
 * @param form how the dialect goes through that libvirt
 */
public record Target(Dialect dialect, LibvirtVersion libvirt, Form form) {

  /**
   * Checks the form.
   *
   * @throws NullPointerException naming the argument that is null
   * @throws IllegalArgumentException if the dialect does not have that form
   */
  public Target {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(libvirt, "libvirt");
    if (!dialect.has(form)) {
      throw new IllegalArgumentException("dialect " + dialect + " has no " + form.word() + " form");
    }
  }

  /** In the native form where this libvirt takes it, else in the passthrough form. */
  public Target(Dialect dialect, LibvirtVersion libvirt) {
    this(
        dialect,
        Objects.requireNonNull(libvirt, "libvirt"),
        Objects.requireNonNull(dialect, "dialect").form(libvirt));
  }
}
