package org.libvirtspm.host.hook.install;

import org.libvirtspm.host.dax.HostFiles;

/**
 * A daemon that may not have seen the hook.
 *
 * @param name libvirtd or virtqemud, the name of its unit
 * @param pid its process id
 */
public record OlderDaemon(String name, long pid) {

  /** The consequence, for messages. */
  public static final String WHY = "until it does, a domain may start without its special memory";

  /** Returns the finding, one sentence without a full stop. */
  public String fact() {
    return name
        + " (process "
        + pid
        + ") has run since before the hook was put there, and has neither called it nor been seen to"
        + " reload since";
  }

  /** Returns the command that makes the daemon look for hooks. */
  public String remedy() {
    return HostFiles.HERE.hasSystemd() ? "systemctl reload " + name : "kill -HUP " + pid;
  }

  /** Returns the command for whichever daemon runs; a hangup is what systemd sends it too. */
  static String remedyForAny() {
    return (HostFiles.HERE.hasSystemd() ? "systemctl reload virtqemud" : "pkill -HUP -x virtqemud")
        + ", or libvirtd where that is the one that runs";
  }
}
