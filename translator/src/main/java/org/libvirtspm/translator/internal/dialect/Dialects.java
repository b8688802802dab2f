package org.libvirtspm.translator.internal.dialect;

import java.util.List;
import java.util.Optional;

/** The dialects there are. */
public final class Dialects {

  /** All dialects, the default first. */
  public static final List<Dialect> ALL =
      List.of(new SpmDialect(), new MemmapTypeDialect(), new SpMemDialect());

  private Dialects() {}

  /** The dialect of that name, if there is one. */
  public static Optional<Dialect> named(String name) {
    return ALL.stream().filter(d -> d.name().equals(name)).findFirst();
  }
}
