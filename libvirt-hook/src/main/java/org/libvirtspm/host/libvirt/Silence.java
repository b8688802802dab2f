package org.libvirtspm.host.libvirt;

/** How long a daemon may be silent before its connection is given up; virsh's keepalive. */
final class Silence {

  /**
   * Seconds between two keepalive messages. The property is for our own tests, which would take
   * minutes with the five seconds that users get.
   */
  static final int INTERVAL_SECONDS = Integer.getInteger("org.libvirtspm.host.keepalive", 5);

  /** Keepalive messages in a row that may stay unanswered. */
  static final int COUNT = 6;

  /** libvirt closes a connection one interval after the last unanswered message. */
  static final int SECONDS = INTERVAL_SECONDS * (COUNT + 1);

  private Silence() {}
}
