package org.libvirtspm.translator;

import java.util.Locale;

/** How much a {@link Problem} weighs. */
public enum Severity {
  /** The document is refused. */
  ERROR,
  /** The document is translated, and the guest may not get what its author expects. */
  WARNING;

  /** The word a compiler would print: {@code error} or {@code warning}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
