package org.libvirtspm.translator.internal.check;

import java.util.List;

/** The rules that hold for every dialect and form. */
public final class Rules {

  /** In the order they are checked. */
  public static final List<Rule> COMMON =
      List.of(
          new KindOfDomain(),
          new SingleElements(),
          new PrefixedAttributes(),
          new StrayRecord(),
          new DomainSizes(),
          new PlaceOfCells(),
          new SourceOfCells(),
          new PathsAreUnique(),
          new NodeNumbers(),
          new MemoryDevices(),
          new QemuArguments(),
          new References(),
          new MovedSettings(),
          new HostNodes(),
          new TakenNames(),
          new TiedBuses(),
          new SeparateNodes(),
          new GuestFirmware());

  /** Those that hold where nothing but {@code spm='off'} is to be taken away. */
  public static final List<Rule> MARKS =
      List.of(new SingleElements(), new StrayRecord(), new TakenNames());

  private Rules() {}
}
