package org.libvirtspm.translator.internal.domain;

import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** An invalid value; the message quotes it and says what would be valid. */
public final class BadValueException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String marked;
  private final boolean unit;

  /** Takes the message, in which the {@link Remedy} is marked. */
  public BadValueException(String message) {
    this(message, false);
  }

  private BadValueException(String message, boolean unit) {
    super(Remedy.unmarked(message));
    marked = message;
    this.unit = unit;
  }

  /** Makes the exception for a unit that libvirt's virScaleInteger does not know. */
  static BadValueException unit(String unit) {
    return new BadValueException(
        "unit '"
            + Excerpt.of(unit)
            + "' is not one libvirt knows: "
            + Remedy.of("use KiB, MiB, GiB or TiB"),
        true);
  }

  /** Returns the message with its remedy marked, for a problem. */
  public String marked() {
    return marked;
  }

  /** True if only the unit is invalid. */
  public boolean isAboutUnit() {
    return unit;
  }
}
