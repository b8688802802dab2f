package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.domain.Domain;

/** The list of dialects. */
public final class Dialects {

  /** One line per dialect, the oldest first. */
  public static final List<DialectSyntax> ALL =
      List.of(
          new SpmDialect(), //
          new MemmapTypeDialect(),
          new SpMemDialect());

  private Dialects() {}

  /** Returns the rules and steps for a target. */
  public static Procedure procedure(Target target, Domain domain) {
    return syntax(target.dialect()).procedure(target, domain);
  }

  /** Returns the definition of a dialect. */
  public static DialectSyntax syntax(Dialect dialect) {
    for (DialectSyntax syntax : ALL) {
      if (syntax.name().equals(dialect.name())) {
        return syntax;
      }
    }
    throw new IllegalArgumentException("no dialect " + dialect.name());
  }

  /**
   * Returns the newest dialect that the released QEMU of that version supports; empty if there is
   * none.
   */
  public static Optional<Dialect> ofStockQemu(int major, int minor) {
    return Dialect.all().stream()
        .filter(d -> syntax(d).isInStockQemu(major, minor))
        .reduce((older, newer) -> newer);
  }

  /**
   * Returns the names of the dialects that a QEMU supports, the newest first, which is the one to
   * prefer.
   *
   * @throws IOException if QEMU no longer answers
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
