package org.libvirtspm.host.demo;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a test guest printed of its memory, line by line.
 *
 * @param lines without the lines that begin and end the report
 */
public record GuestReport(List<String> lines) {

  private static final String BEGIN = "=== spm-report begin ===";
  private static final String END = "=== spm-report end ===";
  private static final Pattern SOFT_RESERVED =
      Pattern.compile("e820 \\[mem 0x([0-9a-f]+)-0x([0-9a-f]+)\\] +soft reserved");
  private static final Pattern DAX =
      Pattern.compile("dax (\\S+) size (\\d+) target_node (-?\\d+) driver (\\S*)");

  /** A dax device and its size in bytes. */
  public record Dax(String name, long bytes, int node, String driver) {}

  /** Copies the list. */
  public GuestReport {
    lines = List.copyOf(lines);
  }

  /** Returns the complete reports in a console log, the oldest first. */
  public static List<GuestReport> all(String console) {
    List<GuestReport> reports = new ArrayList<>();
    int begin = console.indexOf(BEGIN);
    while (begin >= 0) {
      int end = console.indexOf(END, begin);
      if (end < 0) {
        break;
      }
      String text = console.substring(begin + BEGIN.length(), end);
      reports.add(new GuestReport(text.lines().map(String::strip).toList()));
      begin = console.indexOf(BEGIN, end);
    }
    return reports;
  }

  /** Returns the soft reserved ranges of the memory map. */
  public List<AddressRange> softReserved() {
    return matches(SOFT_RESERVED).map(m -> range(m.group(1), m.group(2))).toList();
  }

  private static AddressRange range(String first, String last) {
    return new AddressRange(
        Long.parseUnsignedLong(first, 16), Long.parseUnsignedLong(last, 16) + 1);
  }

  /** Returns the dax devices. */
  public List<Dax> daxDevices() {
    return matches(DAX)
        .map(m -> new Dax(m.group(1), number(m.group(2)), (int) number(m.group(3)), m.group(4)))
        .toList();
  }

  /** Returns the memory of the page allocator, in KiB. */
  public long memTotalKib() {
    return value("memory MemTotal ");
  }

  /** Returns the free memory, in KiB. */
  public long memFreeKib() {
    return value("memory MemFree ");
  }

  /** Returns the memory of the page allocator in a node, in KiB; 0 if none. */
  public long memTotalKib(int node) {
    return value("node " + node + " MemTotal ");
  }

  /** Returns the SRAT. */
  public Srat srat() {
    return Srat.of(table("SRAT"));
  }

  /** Returns the SLIT; empty if the guest has none. */
  public Slit slit() {
    return Slit.of(table("SLIT"));
  }

  /** Returns the HMAT; empty if the guest has none. */
  public Hmat hmat() {
    return Hmat.of(table("HMAT"));
  }

  /** True if the report has exactly this line. */
  public boolean says(String line) {
    return lines.contains(line);
  }

  private byte[] table(String name) {
    return Base64.getDecoder().decode(after("table " + name + " ", ""));
  }

  private long value(String start) {
    return number(after(start, "0"));
  }

  private String after(String start, String otherwise) {
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .map(line -> line.substring(start.length()))
        .orElse(otherwise);
  }

  private Stream<Matcher> matches(Pattern pattern) {
    return lines.stream().map(pattern::matcher).filter(Matcher::matches);
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }
}
