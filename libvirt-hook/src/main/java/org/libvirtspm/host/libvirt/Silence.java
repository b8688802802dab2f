package org.libvirtspm.host.libvirt;

/** Time limits for silent daemons, the same as virsh's keepalive. */
final class Silence {

  /** Seconds between two keepalive messages. Tests shorten it with the property. */
  static final int INTERVAL_SECONDS = Integer.getInteger("org.libvirtspm.host.keepalive", 5);

  /** Number of unanswered keepalive messages that is tolerated. */
  static final int COUNT = 6;

  /** libvirt closes a connection one interval after the last unanswered message. */
  static final int SECONDS = INTERVAL_SECONDS * (COUNT + 1);

  private Silence() {}
}
