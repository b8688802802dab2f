package org.libvirtspm.translator.internal.check;

import java.util.List;

/** The rules that hold for every dialect and form. */
public final class Rules {

  /** In the order they are checked. */
  public static final List<Rule> COMMON =
      List.of(
          new KindOfDomain(),
          new SingleElements(),
          new StrayRecord(),
          new PlaceOfCells(),
          new SourceOfCells(),
          new PathsAreUnique(),
          new MemoryDevices(),
          new QemuArguments(),
          new References(),
          new MovedSettings(),
          new TakenNames(),
          new SeparateNodes(),
          new GuestFirmware());

  private Rules() {}
}
