package org.libvirtspm.translator.internal.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.libvirtspm.translator.LibvirtVersion;

/** What must hold where nodes are passed through to QEMU behind libvirt's back. */
public final class PassthroughRules {

  private PassthroughRules() {}

  /** For the dialects that mark nodes. */
  public static List<Rule> markedNodes(LibvirtVersion libvirt) {
    return with(
        new OverrideIsKnown(libvirt),
        new MemoryHole(),
        new AutomaticPlacement(),
        new AmdAddresses(),
        new BalloonedMemory(),
        new OldMachine());
  }

  /** For the dialect that plugs a device, where libvirt has it. */
  public static List<Rule> devices(LibvirtVersion libvirt) {
    return with(new OverrideIsKnown(libvirt), new DeviceSizes());
  }

  /** For the dialect that plugs a device, where QEMU alone has it. */
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
