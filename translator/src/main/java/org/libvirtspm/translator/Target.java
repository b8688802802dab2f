package org.libvirtspm.translator;

/**
 * What the translated document is for.
 *
 * @param dialect the syntax the domain's QEMU understands
 * @param libvirt the libvirt that will read the document; {@link LibvirtVersion#UNKNOWN} means old
 */
public record Target(Dialect dialect, LibvirtVersion libvirt) {}
