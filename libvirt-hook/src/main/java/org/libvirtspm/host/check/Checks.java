package org.libvirtspm.host.check;

import java.util.List;
import org.libvirtspm.host.qmp.EmulatorProbe;

/** All checks of a domain, in the order of their report. */
public final class Checks {

  private Checks() {}

  /** Runs all checks. */
  public static List<Finding> of(Subject subject, EmulatorProbe probe) {
    List<Check> checks =
        List.of(
            new KvmCheck(),
            new EmulatorCheck(probe),
            new FirmwareCheck(Packages::of),
            new RamBackedCheck(),
            new PathCheck(),
            new AccessCheck(),
            new UsersCheck(),
            new DeviceUsersCheck(),
            new DeviceAclCheck(),
            new AppArmorCheck(),
            new MemlockCheck(),
            new HugepagesCheck(),
            new HostNodesCheck(),
            new SaveCheck());
    return checks.stream().flatMap(check -> check.of(subject).stream()).toList();
  }

  /** True if a finding prevents the domain from starting with its memory. */
  public static boolean anyError(List<Finding> findings) {
    return findings.stream().anyMatch(f -> f.level() == Finding.Level.ERROR);
  }
}
