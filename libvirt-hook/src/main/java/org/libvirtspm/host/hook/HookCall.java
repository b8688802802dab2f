package org.libvirtspm.host.hook;

import java.util.List;

/**
 * One call, as the installed script passes it on.
 *
 * @param quick whether to stop as soon as a full look at the document is needed
 * @param build names the build that is installed, in whose words what it remembers is written
 * @param libvirtPid the process that called; 0 when unknown
 * @param operation libvirt's word: prepare, release, restore or migrate
 * @param domain the domain's name
 */
record HookCall(
    boolean quick, Host host, String build, long libvirtPid, String operation, String domain) {

  /** Reads the arguments: quick or full, state folder, configuration, build, process, and so on. */
  static HookCall of(List<String> args) {
    return new HookCall(
        args.get(0).equals("quick"),
        Host.here(args.get(1), args.get(2)),
        args.get(3),
        Long.parseLong(args.get(4)),
        args.get(5),
        args.get(6));
  }
}
