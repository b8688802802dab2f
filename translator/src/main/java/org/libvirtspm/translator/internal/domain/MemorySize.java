package org.libvirtspm.translator.internal.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Sizes in the notations of libvirt and QEMU. */
public final class MemorySize {

  /** KiB per MiB; libvirt rounds cell memory up to whole MiB on x86. */
  public static final long MIB = 1024;

  /** KiB per GiB. */
  public static final long GIB = 1024 * MIB;

  /** KiB of the largest size that libvirt counts, 8 EiB. */
  public static final long MAX_KIB = Long.MAX_VALUE / 1024 + 1;

  private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

  /** A number and its unit, as on a command line. */
  private static final Pattern WITH_UNIT = Pattern.compile("(\\+?[0-9]+) ?([A-Za-z]+)");

  /** Digits of 8 EiB in bytes; longer numbers are refused. */
  private static final int MAX_DIGITS = 19;

  private static final String PREFIXES = "kmgtpe";

  private MemorySize() {}

  /**
   * Parses a size as libvirt's virScaleInteger does: case is ignored, and no unit means KiB.
   *
   * @return KiB, rounded up
   * @throws BadValueException if the number or the unit is not one libvirt knows
   */
  public static long kib(String number, String unit) throws BadValueException {
    long bytes = bytes(number, unit.isEmpty() ? "KiB" : unit);
    return bytes / 1024 + (bytes % 1024 == 0 ? 0 : 1);
  }

  /** Converts a parsed number in the same way. */
  static long kib(BigInteger number, String unit) throws BadValueException {
    BigInteger bytes = number.multiply(BigInteger.valueOf(scale(unit.isEmpty() ? "KiB" : unit)));
    return bytes.add(BigInteger.valueOf(1023)).shiftRight(10).longValueExact();
  }

  /**
   * Parses a size with a unit, such as {@code 16GiB} or {@code 16 GiB}.
   *
   * @return KiB, rounded up
   * @throws BadValueException if the unit is missing or not one libvirt knows
   */
  public static long kib(String withUnit) throws BadValueException {
    Matcher size = WITH_UNIT.matcher(withUnit);
    if (!size.matches()) {
      throw new BadValueException(
          "'"
              + Excerpt.of(withUnit)
              + "' is no size with its unit; "
              + Remedy.of("write it as 16GiB"));
    }
    return kib(size.group(1), size.group(2));
  }

  /**
   * Parses a size in bytes.
   *
   * @throws BadValueException if the number or the unit is not one libvirt knows
   */
  public static long bytes(String number, String unit) throws BadValueException {
    String digits = XmlSpace.strip(number);
    digits = digits.startsWith("+") ? digits.substring(1) : digits;
    if (!Digits.are(digits, Integer.MAX_VALUE)) {
      throw new BadValueException(
          "'" + Excerpt.of(number) + "' is not a size: " + Remedy.of("write a whole number"));
    }
    long scale = scale(unit);
    digits = Digits.withoutZeros(digits);
    // 19 digits fit into 64 bits without a sign; a number above the limit is negative as a long.
    long count = digits.length() > MAX_DIGITS ? -1 : Long.parseUnsignedLong(digits);
    if (count < 0 || count > Long.MAX_VALUE / scale) {
      throw new BadValueException(
          "'"
              + Excerpt.of(number)
              + "' "
              + unit
              + " is more than libvirt can count: the limit is 8 EiB");
    }
    return count * scale;
  }

  private static long scale(String unit) throws BadValueException {
    for (int i = 0; i < unit.length(); i++) {
      // Only ASCII: some other letters become one of these in lower case.
      if (unit.charAt(i) >= 128) {
        throw BadValueException.unit(unit);
      }
    }
    String u = unit.toLowerCase(Locale.ROOT);
    if (u.equals("b") || u.equals("byte") || u.equals("bytes")) {
      return 1;
    }
    int power = u.isEmpty() ? -1 : PREFIXES.indexOf(u.charAt(0));
    String rest = u.isEmpty() ? "" : u.substring(1);
    if (power < 0 || !(rest.isEmpty() || rest.equals("ib") || rest.equals("b"))) {
      throw BadValueException.unit(unit);
    }
    long scale = 1;
    for (int i = 0; i <= power; i++) {
      scale *= rest.equals("b") ? 1000 : 1024;
    }
    return scale;
  }

  /** Rounds KiB up to whole MiB, as libvirt does for cells (qemuDomainAlignMemorySizes). */
  public static long alignCellKib(long kib) {
    return (kib + MIB - 1) / MIB * MIB;
  }

  /** Formats a size as QEMU does: {@code 16G}, {@code 512M}, {@code 4K}. */
  public static String qemu(long kib) {
    if (kib % GIB == 0) {
      return kib / GIB + "G";
    }
    return kib % MIB == 0 ? kib / MIB + "M" : kib + "K";
  }

  /** Formats a size as in libvirt's XML: {@code 16 GiB}, {@code 512 MiB}, {@code 4 KiB}. */
  public static String words(long kib) {
    return number(kib) + " " + unit(kib);
  }

  /** Formats a size that was measured: from 1 MiB on it is rounded down to whole MiB. */
  public static String rounded(long kib) {
    return words(kib < MIB ? kib : kib / MIB * MIB);
  }

  /** Returns the largest unit, up to TiB, that divides the size. */
  public static String unit(long kib) {
    return UNITS.get(power(kib));
  }

  /** Returns the size as a number of {@link #unit}s. */
  public static String number(long kib) {
    return String.valueOf(kib >> (10 * power(kib)));
  }

  /** Writes a size as the text of an element, with its unit as an attribute. */
  public static NewElement write(NewElement element, long kib) {
    return element.with("unit", unit(kib)).text(number(kib));
  }

  private static int power(long kib) {
    return kib == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(kib) / 10, UNITS.size() - 1);
  }
}
