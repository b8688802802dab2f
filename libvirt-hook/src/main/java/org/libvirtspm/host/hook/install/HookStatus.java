package org.libvirtspm.host.hook.install;

import java.util.List;

/**
 * How the hook is.
 *
 * @param works whether it is there and can do its work
 * @param lines what to tell
 */
public record HookStatus(boolean works, List<String> lines) {

  /** Copies the list. */
  public HookStatus {
    lines = List.copyOf(lines);
  }
}
