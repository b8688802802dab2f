package org.libvirtspm.host.hook.install;

import java.util.List;

/**
 * How the hook is.
 *
 * @param works whether it is there and can do its work
 * @param told what to tell
 */
public record HookStatus(boolean works, List<HookLine> told) {

  /** Copies the list. */
  public HookStatus {
    told = List.copyOf(told);
  }

  /** That of a hook with which something was done, as these lines tell. */
  static HookStatus done(List<HookLine> told) {
    return new HookStatus(true, told);
  }

  /** Whether a daemon that runs may not call it. */
  public boolean isUnseen() {
    return told.stream().anyMatch(HookLine::isWarning);
  }

  /** What to tell people. */
  public List<String> lines() {
    return told.stream().map(HookLine::text).toList();
  }
}
