package org.libvirtspm.host.qmp;

import java.util.List;

/**
 * Version and dialects of an emulator.
 *
 * @param version such as 11.1.2; empty if unknown
 * @param dialects names of the supported dialects, the preferred one first
 */
public record EmulatorFacts(String version, List<String> dialects) {

  /** Copies the list. */
  public EmulatorFacts {
    dialects = List.copyOf(dialects);
  }
}
