package org.libvirtspm.host.hook;

import java.util.List;

/**
 * One call, as the installed script passes it on.
 *
 * @param libvirtPid the process that called; 0 when unknown
 * @param operation libvirt's word: prepare, release, restore or migrate
 * @param domain the domain's name
 */
record HookCall(Host host, long libvirtPid, String operation, String domain) {

  /** Reads the arguments: state folder, configuration, process, operation, domain. */
  static HookCall of(List<String> args) {
    return new HookCall(
        Host.here(args.get(0), args.get(1)), Long.parseLong(args.get(2)), args.get(3), args.get(4));
  }
}
