package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.domain.Domain;

/** The dialects there are. */
public final class Dialects {

  /** Each is one class and one line, the oldest first. */
  public static final List<DialectSyntax> ALL =
      List.of(
          new SpmDialect(), //
          new MemmapTypeDialect(),
          new SpMemDialect());

  private Dialects() {}

  /** The translation of a domain for a target. */
  public static Procedure procedure(Target target, Domain domain) {
    return syntax(target.dialect()).procedure(target, domain);
  }

  /** The syntax of a dialect. */
  public static DialectSyntax syntax(Dialect dialect) {
    for (DialectSyntax syntax : ALL) {
      if (syntax.name().equals(dialect.name())) {
        return syntax;
      }
    }
    throw new IllegalArgumentException("no dialect " + dialect.name());
  }

  /** The newest that QEMU as released understands in that version; empty for an older one. */
  public static Optional<Dialect> ofStockQemu(int major, int minor) {
    return Dialect.all().stream()
        .filter(d -> syntax(d).isInStockQemu(major, minor))
        .reduce((older, newer) -> newer);
  }

  /**
   * The names of those a QEMU speaks, the newest first: it is best addressed so.
   *
   * @throws IOException if it can't be asked any more
   */
  public static List<String> spokenBy(QemuCapabilities qemu) throws IOException {
    List<String> names = new ArrayList<>();
    for (DialectSyntax syntax : ALL) {
      if (syntax.isSpokenBy(qemu)) {
        names.add(0, syntax.name());
      }
    }
    return names;
  }
}
