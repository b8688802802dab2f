package org.libvirtspm.host.engine;

import java.util.Locale;

/** State of an engine's hook. */
public enum EngineState {
  ABSENT("not on this host"),
  OFF("off"),
  ON("on"),
  /** The file is of another version of virt-spm. */
  OTHER_VERSION("on, of another version"),
  /** The file at that path is not ours. */
  FOREIGN("another's file");

  private final String words;

  EngineState(String words) {
    this.words = words;
  }

  /** Returns the state in words. */
  public String words() {
    return words;
  }

  /** Returns the state as a JSON value. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True if the engine calls virt-spm. */
  public boolean isOn() {
    return this == ON || this == OTHER_VERSION;
  }
}
