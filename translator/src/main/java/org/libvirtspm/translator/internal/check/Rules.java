package org.libvirtspm.translator.internal.check;

import java.util.List;

/** Rules that hold for every dialect and form. */
public final class Rules {

  /** All rules, in the order they are checked. */
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

  /** Rules for a domain whose only marks are {@code spm='off'}, which are just removed. */
  public static final List<Rule> MARKS =
      List.of(new SingleElements(), new StrayRecord(), new TakenNames());

  private Rules() {}
}
