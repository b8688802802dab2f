package org.libvirtspm.translator.internal.dialect;

import java.io.IOException;

/** What a QEMU says of itself by QMP. */
public interface QemuCapabilities {

  /**
   * True if it has a device of that type with all of these properties (device-list-properties).
   *
   * @throws IOException if it can't be asked any more
   */
  boolean hasDevice(String type, String... properties) throws IOException;

  /** True if {@code -numa node} takes that switch (query-qmp-schema, NumaNodeOptions). */
  boolean nodeHasSwitch(String option);

  /** True if that option of {@code -numa node} takes that word. */
  boolean nodeHasWord(String option, String word);
}
