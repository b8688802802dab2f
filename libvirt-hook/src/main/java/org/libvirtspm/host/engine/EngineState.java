package org.libvirtspm.host.engine;

import java.util.Locale;

/** State of an engine's hook. */
public enum EngineState {
  ABSENT("not on this host"),
  OFF("off"),
  ON("on"),
  /** The engine calls virt-spm by another version's file. */
  OTHER_VERSION("on, of another version"),
  /** The file at the place is not ours. */
  FOREIGN("another's file");

  private final String words;

  EngineState(String words) {
    this.words = words;
  }

  /** For users. */
  public String words() {
    return words;
  }

  /** For programs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether the engine calls virt-spm. */
  public boolean isOn() {
    return this == ON || this == OTHER_VERSION;
  }
}
