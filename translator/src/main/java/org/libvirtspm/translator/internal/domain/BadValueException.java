package org.libvirtspm.translator.internal.domain;

/** A value that is not what it should be; the message names it and says what would be right. */
public final class BadValueException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean unit;

  /** Takes the sentence to show. */
  public BadValueException(String message) {
    this(message, false);
  }

  private BadValueException(String message, boolean unit) {
    super(message);
    this.unit = unit;
  }

  /** A unit libvirt's virScaleInteger does not know. */
  static BadValueException unit(String unit) {
    return new BadValueException(
        "unit '" + unit + "' is not one libvirt knows: use KiB, MiB, GiB or TiB", true);
  }

  /** True when the number is fine and its unit is not. */
  public boolean isAboutUnit() {
    return unit;
  }
}
