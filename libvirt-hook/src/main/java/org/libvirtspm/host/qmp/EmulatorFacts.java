package org.libvirtspm.host.qmp;

import java.util.List;

/**
 * What an emulator says about itself.
 *
 * @param version such as 11.1.2; empty when it does not say
 * @param dialects names of the dialects it speaks, the one to prefer first
 */
public record EmulatorFacts(String version, List<String> dialects) {

  /** Copies the list. */
  public EmulatorFacts {
    dialects = List.copyOf(dialects);
  }
}
