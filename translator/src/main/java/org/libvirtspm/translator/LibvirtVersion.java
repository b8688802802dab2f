package org.libvirtspm.translator;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A libvirt release, such as 12.8.0. Ordered by release. */
public record LibvirtVersion(int major, int minor, int micro)
    implements Comparable<LibvirtVersion> {

  /** 0.0.0, lower than every release: stands for a version that is not known. */
  public static final LibvirtVersion UNKNOWN = new LibvirtVersion(0, 0, 0);

  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,4})(?:\\.(\\d{1,3}))?(?:\\.(\\d{1,3}))?");

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if one is negative
   */
  public LibvirtVersion {
    if (major < 0 || minor < 0 || micro < 0) {
      throw new IllegalArgumentException("a libvirt version has no negative part");
    }
  }

  /**
   * Parses {@code 12}, {@code 12.8} or {@code 12.8.0}; missing parts are 0.
   *
   * @throws IllegalArgumentException for any other text, and for null
   */
  public static LibvirtVersion parse(String text) {
    return find(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + text + "' is no libvirt version; write it as 12.8 or 12.8.0"));
  }

  /** Parses {@code 12}, {@code 12.8} or {@code 12.8.0}; empty for any other text, and for null. */
  public static Optional<LibvirtVersion> find(String text) {
    Matcher m = TEXT.matcher(text == null ? "" : text);
    return m.matches()
        ? Optional.of(
            new LibvirtVersion(number(m.group(1)), number(m.group(2)), number(m.group(3))))
        : Optional.empty();
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  /** True for this release and every later one. */
  public boolean isAtLeast(int wantedMajor, int wantedMinor) {
    return compareTo(new LibvirtVersion(wantedMajor, wantedMinor, 0)) >= 0;
  }

  /**
   * Written out because a record's generated method costs the hook's JVM 20 ms: the start-up
   * archive does not keep it.
   */
  @Override
  public boolean equals(Object other) {
    return other instanceof LibvirtVersion version && compareTo(version) == 0;
  }

  @Override
  public int hashCode() {
    return (major * 31 + minor) * 31 + micro;
  }

  @Override
  public int compareTo(LibvirtVersion other) {
    int byMajor = Integer.compare(major, other.major);
    int byMinor = Integer.compare(minor, other.minor);
    return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(micro, other.micro);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + micro;
  }
}
