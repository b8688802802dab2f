package org.libvirtspm.translator;

import java.util.Objects;

/**
 * What the translated document is for.
 *
 * @param dialect the syntax the domain's QEMU understands
 * @param libvirt the libvirt that will read the document; {@link LibvirtVersion#UNKNOWN} means old
 * @param passthrough true for the passthrough form, which every libvirt takes, where this one takes
 *     the native form too
 */
public record Target(Dialect dialect, LibvirtVersion libvirt, boolean passthrough) {

  /** Lets nothing be null. */
  public Target {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(libvirt, "libvirt");
  }

  /** In the native form where this libvirt takes it. */
  public Target(Dialect dialect, LibvirtVersion libvirt) {
    this(dialect, libvirt, false);
  }
}
