package org.libvirtspm.translator.internal.domain;

import org.libvirtspm.translator.internal.xml.Remedy;

/** A value that is not what it should be; the message names it and says what would be right. */
public final class BadValueException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String marked;
  private final boolean unit;

  /** Takes the sentence to show, in which the {@link Remedy} is marked. */
  public BadValueException(String message) {
    this(message, false);
  }

  private BadValueException(String message, boolean unit) {
    super(Remedy.unmarked(message));
    marked = message;
    this.unit = unit;
  }

  /** A unit libvirt's virScaleInteger does not know. */
  static BadValueException unit(String unit) {
    return new BadValueException(
        "unit '" + unit + "' is not one libvirt knows: " + Remedy.of("use KiB, MiB, GiB or TiB"),
        true);
  }

  /** The message for a problem's, with its remedy marked. */
  public String marked() {
    return marked;
  }

  /** True when the number is fine and its unit is not. */
  public boolean isAboutUnit() {
    return unit;
  }
}
