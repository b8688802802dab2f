package org.libvirtspm.translator.internal.domain;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Sizes as libvirt reads them and as QEMU reads them. */
public final class MemorySize {

  /** KiB in a MiB: libvirt rounds the memory of a cell up to it on x86. */
  public static final long MIB = 1024;

  /** KiB in a GiB. */
  public static final long GIB = 1024 * MIB;

  private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB");

  /** A number and its unit, as on a command line. */
  private static final Pattern WITH_UNIT = Pattern.compile("(\\+?[0-9]+) ?([A-Za-z]+)");

  private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]+");
  private static final Pattern LEADING = Pattern.compile("^\\+?0*(?=[0-9])");

  /** Of 8 EiB in bytes; to read more of them takes the square of their number. */
  private static final int MAX_DIGITS = 19;

  private static final String PREFIXES = "kmgtpe";
  private static final BigInteger MAX_BYTES = BigInteger.valueOf(Long.MAX_VALUE);

  private MemorySize() {}

  /**
   * Reads a size the way libvirt's virScaleInteger does, case ignored; no unit means KiB.
   *
   * @return KiB, rounded up
   * @throws BadValueException when the number or the unit is not one libvirt knows
   */
  public static long kib(String number, String unit) throws BadValueException {
    return kib(bytes(number, unit.isEmpty() ? "KiB" : unit));
  }

  /** The same for a number that has been read. */
  static long kib(BigInteger number, String unit) throws BadValueException {
    return kib(number.multiply(scale(unit.isEmpty() ? "KiB" : unit)));
  }

  private static long kib(BigInteger bytes) {
    return bytes.add(BigInteger.valueOf(1023)).shiftRight(10).longValueExact();
  }

  /**
   * Reads a size that is written with its unit, such as {@code 16GiB} or {@code 16 GiB}.
   *
   * @return KiB, rounded up
   * @throws BadValueException when it lacks a unit, or has one that libvirt does not know
   */
  public static long kib(String withUnit) throws BadValueException {
    Matcher size = WITH_UNIT.matcher(withUnit);
    if (!size.matches()) {
      throw new BadValueException(
          "'" + withUnit + "' is no size with its unit; " + Remedy.of("write it as 16GiB"));
    }
    return kib(size.group(1), size.group(2));
  }

  /**
   * Reads a size in bytes.
   *
   * @throws BadValueException when the number or the unit is not one libvirt knows
   */
  public static BigInteger bytes(String number, String unit) throws BadValueException {
    String digits = XmlSpace.strip(number);
    if (!DIGITS.matcher(digits).matches()) {
      throw new BadValueException(
          "'" + number + "' is not a size: " + Remedy.of("write a whole number"));
    }
    BigInteger scale = scale(unit);
    digits = LEADING.matcher(digits).replaceFirst("");
    if (digits.length() > MAX_DIGITS
        || new BigInteger(digits).multiply(scale).compareTo(MAX_BYTES) > 0) {
      throw new BadValueException(
          "'" + number + "' " + unit + " is more than libvirt can count: the limit is 8 EiB");
    }
    return new BigInteger(digits).multiply(scale);
  }

  private static BigInteger scale(String unit) throws BadValueException {
    if (!unit.chars().allMatch(c -> c < 128)) {
      // The lower case of some other letters is one of these.
      throw BadValueException.unit(unit);
    }
    String u = unit.toLowerCase(Locale.ROOT);
    if (u.equals("b") || u.equals("byte") || u.equals("bytes")) {
      return BigInteger.ONE;
    }
    int power = u.isEmpty() ? -1 : PREFIXES.indexOf(u.charAt(0));
    String rest = u.isEmpty() ? "" : u.substring(1);
    if (power < 0 || !(rest.isEmpty() || rest.equals("ib") || rest.equals("b"))) {
      throw BadValueException.unit(unit);
    }
    return BigInteger.valueOf(rest.equals("b") ? 1000 : 1024).pow(power + 1);
  }

  /** Rounds KiB up to whole MiB, as libvirt does with cells (qemuDomainAlignMemorySizes). */
  public static long alignCellKib(long kib) {
    return (kib + MIB - 1) / MIB * MIB;
  }

  /** The size as people and QEMU write it: {@code 16G}, {@code 512M}, {@code 4K}. */
  public static String qemu(long kib) {
    if (kib % GIB == 0) {
      return kib / GIB + "G";
    }
    return kib % MIB == 0 ? kib / MIB + "M" : kib + "K";
  }

  /** The size as libvirt's documents have it: {@code 16 GiB}, {@code 512 MiB}, {@code 4 KiB}. */
  public static String words(long kib) {
    return number(kib) + " " + unit(kib);
  }

  /** The largest unit, up to TiB, in which the size is a whole number. */
  public static String unit(long kib) {
    return UNITS.get(power(kib));
  }

  /** The size as a number of {@link #unit}s. */
  public static String number(long kib) {
    return String.valueOf(kib >> (10 * power(kib)));
  }

  /** An element whose text is the size, and whose attribute the unit. */
  public static NewElement write(NewElement element, long kib) {
    return element.with("unit", unit(kib)).text(number(kib));
  }

  private static int power(long kib) {
    return kib == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(kib) / 10, UNITS.size() - 1);
  }
}
