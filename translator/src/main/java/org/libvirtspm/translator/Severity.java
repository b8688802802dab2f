package org.libvirtspm.translator;

import java.util.Locale;

/** The severity of a {@link Problem}. */
public enum Severity {
  /** The document is refused. */
  ERROR,
  /** The document is translated, but the guest may not get what its author expects. */
  WARNING;

  /** Returns the word a compiler prints: {@code error} or {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
