package org.libvirtspm.host.demo;

/**
 * A stretch of the guest's address space.
 *
 * @param start its first byte
 * @param end the byte after its last
 */
public record AddressRange(long start, long end) {

  /** Its size. */
  public long bytes() {
    return end - start;
  }

  /** How much of another range lies in this one, in bytes. */
  public long common(AddressRange other) {
    return Math.max(0, Math.min(end, other.end) - Math.max(start, other.start));
  }
}
