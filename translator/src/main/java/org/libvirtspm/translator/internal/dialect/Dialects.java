package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The list of dialects. */
public final class Dialects {

  /** One line per dialect, the oldest first. */
  public static final List<DialectSyntax> ALL =
      List.of(
          new SpmDialect(), //
          new MemmapTypeDialect(),
          new SpMemDialect());

  private Dialects() {}

  /** Returns the definition of the dialect of a name; empty for an unknown name. */
  public static Optional<DialectSyntax> find(String name) {
    return ALL.stream().filter(syntax -> syntax.name().equals(name)).findFirst();
  }

  /**
   * Returns the name of the newest dialect that the released QEMU of that version supports; empty
   * if there is none.
   */
  public static Optional<String> ofStockQemu(int major, int minor) {
    return ALL.stream()
        .filter(syntax -> syntax.isInStockQemu(major, minor))
        .map(DialectSyntax::name)
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
