package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;

/** Capabilities of a QEMU as reported over QMP. */
public interface QemuCapabilities {

  /**
   * True if it has a device type with all of these properties (device-list-properties).
   *
   * @throws IOException if QEMU no longer answers
   */
  boolean hasDevice(String type, String... properties) throws IOException;

  /** True if {@code -numa node} has that boolean option (query-qmp-schema, NumaNodeOptions). */
  boolean nodeHasSwitch(String option);

  /** True if that option of {@code -numa node} accepts that value. */
  boolean nodeHasWord(String option, String word);
}
