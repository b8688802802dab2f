package org.libvirtspm.translator.internal.check;

import java.util.List;

/** Rules that hold for every dialect, and those of the native form. */
public final class Rules {

  /** Rules of every dialect and form, in the order they are checked. */
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

  /** Rules for the native form (dialect sp-mem, libvirt 12 and later), beside the common ones. */
  public static final List<Rule> NATIVE = List.of(new DeviceSizes(), new NodemaskOfPath());

  /** Rules for a domain whose only marks are {@code spm='off'}, which are just removed. */
  public static final List<Rule> MARKS =
      List.of(new SingleElements(), new StrayRecord(), new TakenNames());

  private Rules() {}
}
