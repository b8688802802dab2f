package org.libvirtspm.host.hook.install;

import java.util.List;

/**
 * Status of the hook.
 *
 * @param works true if it is installed and usable
 * @param told lines to print
 */
public record HookStatus(boolean works, List<HookLine> told) {

  /** Copies the list. */
  public HookStatus {
    told = List.copyOf(told);
  }

  /** Makes the status after an installation or removal. */
  static HookStatus done(List<HookLine> told) {
    return new HookStatus(true, told);
  }

  /** True if a running daemon may not call the hook. */
  public boolean isUnseen() {
    return told.stream().anyMatch(HookLine::isWarning);
  }

  /** Returns the lines as text. */
  public List<String> lines() {
    return told.stream().map(HookLine::text).toList();
  }
}
