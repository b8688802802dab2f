package org.libvirtspm.translator;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.libvirtspm.translator.internal.dialect.DialectSyntax;
import org.libvirtspm.translator.internal.dialect.Dialects;

/**
 * One of QEMU's ways to spell Specific Purpose Memory. There is one object for each, so that they
 * can be compared by {@code ==}.
 */
public final class Dialect {

  private static final List<Dialect> ALL = Dialects.ALL.stream().map(Dialect::new).toList();

  private final DialectSyntax syntax;

  private Dialect(DialectSyntax syntax) {
    this.syntax = syntax;
  }

  /** All there are, the oldest first: it is the one to assume of a QEMU nobody can ask. */
  public static List<Dialect> all() {
    return ALL;
  }

  /**
   * The dialect of that name: {@code spm}, {@code memmap-type} or {@code sp-mem}.
   *
   * @throws IllegalArgumentException when there is none, naming those there are
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

  /** The dialect of that name; empty when there is none. */
  public static Optional<Dialect> find(String name) {
    for (Dialect dialect : ALL) {
      if (dialect.name().equals(name)) {
        return Optional.of(dialect);
      }
    }
    return Optional.empty();
  }

  /** The name used on the command line and in documents, such as {@code sp-mem}. */
  public String name() {
    return syntax.name();
  }

  /** True if it can be brought through some libvirt in that form. */
  public boolean has(Form form) {
    return form == Form.PASSTHROUGH || syntax.nativeSince().isPresent();
  }

  /** The form for a libvirt: native where that takes it, which counts the memory then. */
  public Form form(LibvirtVersion libvirt) {
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
