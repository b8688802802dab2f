package org.libvirtspm.host.hook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One hook call, as passed on by the installed script.
 *
 * @param libvirtPid process id of the calling daemon; 0 if unknown
 * @param operation libvirt's name: prepare, release, restore or migrate
 * @param domain the domain's name
 */
record HookCall(Host host, long libvirtPid, String operation, String domain) {

  /**
   * Parses the arguments: system or session, state folder, configuration, process id, operation,
   * domain.
   */
  static HookCall of(List<String> args) {
    Host host = Host.here(args.get(1), args.get(2));
    return new HookCall(
        args.get(0).equals("session") ? host.ofSession() : host,
        Long.parseLong(args.get(3)),
        args.get(4),
        args.get(5));
  }

  /** True if libvirt has no persistent definition of the domain. */
  boolean isTransient() {
    Path definitions = host.definitions();
    return domain.indexOf('\0') < 0
        && Files.isDirectory(definitions)
        && !Files.exists(definitions.resolve(domain + ".xml"));
  }
}
