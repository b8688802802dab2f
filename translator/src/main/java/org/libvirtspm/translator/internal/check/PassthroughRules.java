package org.libvirtspm.translator.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.libvirtspm.translator.LibvirtVersion;

/** Rules for the passthrough form, whose nodes libvirt does not see. */
public final class PassthroughRules {

  private PassthroughRules() {}

  /** Rules for dialects that mark nodes (spm, memmap-type). */
  public static List<Rule> markedNodes(LibvirtVersion libvirt) {
    return with(
        new OverrideIsKnown(libvirt),
        new MemoryHole(),
        new AutomaticPlacement(),
        new AmdAddresses(),
        new BalloonedMemory(),
        new OldMachine());
  }

  /** Rules for sp-mem where libvirt describes the memory device. */
  public static List<Rule> devices(LibvirtVersion libvirt) {
    return with(new OverrideIsKnown(libvirt), new DeviceSizes());
  }

  /** Rules for sp-mem where device and backend are QEMU arguments. */
  public static List<Rule> passedDevices(LibvirtVersion libvirt) {
    return with(new OverrideIsKnown(libvirt), new DeviceSizes(), new AutomaticPlacement());
  }

  private static List<Rule> with(Rule... rules) {
    List<Rule> all = new ArrayList<>();
    Collections.addAll(all, new HighestIds(), new CpusStayOrdinary(), new InitiatorsStay());
    all.add(new GenericInitiators());
    Collections.addAll(all, rules);
    return all;
  }
}
