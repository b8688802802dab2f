package org.libvirtspm.host.engine;

import java.util.Locale;

/** How it stands between an engine and virt-spm. */
public enum EngineState {
  ABSENT("not on this host"),
  OFF("off"),
  ON("on"),
  /** It calls virt-spm by a file other than this version's. */
  OTHER_VERSION("on, of another version"),
  /** What is in the place is not ours. */
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
