package org.libvirtspm.translator;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libvirtspm.translator.internal.dialect.DialectSyntax;
import org.libvirtspm.translator.internal.dialect.Dialects;

/**
 * A QEMU syntax for Specific Purpose Memory. Immutable; there is one instance per dialect, so
 * instances can be compared with {@code ==}.
 */
public final class Dialect {

  private static final List<Dialect> ALL = Dialects.ALL.stream().map(Dialect::new).toList();

  private final DialectSyntax syntax;

  private Dialect(DialectSyntax syntax) {
    this.syntax = syntax;
  }

  /**
   * Returns all dialects, the oldest first, in an unmodifiable list. The oldest is the default for
   * a QEMU that cannot be probed.
   */
  public static List<Dialect> all() {
    return ALL;
  }

  /**
   * Returns the dialect of a name: {@code spm}, {@code memmap-type} or {@code sp-mem}.
   *
   * @throws IllegalArgumentException if no dialect has that name, null included; the message lists
   *     the names
   */
  public static Dialect named(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no dialect '"
                        + name
                        + "': use "
                        + ALL.stream().map(Dialect::name).collect(Collectors.joining(", "))));
  }

  /** Returns the dialect of a name; empty for an unknown name, null included. */
  public static Optional<Dialect> find(String name) {
    for (Dialect dialect : ALL) {
      if (dialect.name().equals(name)) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }

  /** Returns the name used on the command line and in documents, such as {@code sp-mem}. */
  public String name() {
    return syntax.name();
  }

  /**
   * True if some libvirt version can run this dialect in that form. Passthrough exists for each
   * dialect.
   *
   * @throws NullPointerException if the form is null
   */
  public boolean has(Form form) {
    return Objects.requireNonNull(form, "form") == Form.PASSTHROUGH
        || syntax.nativeSince().isPresent();
  }

  /**
   * Returns the form for a libvirt version: native from the dialect's first such version on,
   * because libvirt then counts the memory; passthrough before.
   *
   * @throws NullPointerException if the version is null
   */
  public Form form(LibvirtVersion libvirt) {
    Objects.requireNonNull(libvirt, "libvirt");
    Optional<LibvirtVersion> since = syntax.nativeSince();
    return since.isPresent() && libvirt.compareTo(since.get()) >= 0
        ? Form.NATIVE
        : Form.PASSTHROUGH;
  }

  @Override
  public String toString() {
    return name();
  }
}
