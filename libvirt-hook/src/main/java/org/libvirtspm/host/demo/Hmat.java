package org.libvirtspm.host.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The ACPI Heterogeneous Memory Attribute Table: what a node's CPUs get from each memory.
 *
 * @param entries those of memory itself; those of the caches in front of it are left out
 */
public record Hmat(List<Entry> entries) {

  private static final int HEADER_BYTES = 40;
  private static final int LATENCY_BANDWIDTH = 1;
  private static final int UNREACHABLE = 0xFFFF;
  private static final int PICOSECONDS_PER_NANOSECOND = 1000;

  /** Kind of value. */
  public enum Kind {
    ACCESS_LATENCY,
    READ_LATENCY,
    WRITE_LATENCY,
    ACCESS_BANDWIDTH,
    READ_BANDWIDTH,
    WRITE_BANDWIDTH;

    /** True for nanoseconds, false for MiB a second. */
    public boolean isLatency() {
      return name().endsWith("LATENCY");
    }
  }

  /** Kinds by data type number. */
  private static final List<Kind> KINDS =
      List.of(
          Kind.ACCESS_LATENCY,
          Kind.READ_LATENCY,
          Kind.WRITE_LATENCY,
          Kind.ACCESS_BANDWIDTH,
          Kind.READ_BANDWIDTH,
          Kind.WRITE_BANDWIDTH);

  /** One value, in ns or MiB/s. */
  public record Entry(Kind kind, int initiator, int target, long value) {}

  /** Copies the list. */
  public Hmat {
    entries = List.copyOf(entries);
  }

  /** Returns the value for a pair of nodes, if there is one. */
  public OptionalLong value(Kind kind, int initiator, int target) {
    return entries.stream()
        .filter(e -> e.kind() == kind && e.initiator() == initiator && e.target() == target)
        .mapToLong(Entry::value)
        .findFirst();
  }

  /** Reads the raw table, ACPI 6.5 section 5.2.28; no bytes are an empty table. */
  static Hmat of(byte[] raw) {
    ByteBuffer table = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    List<Entry> entries = new ArrayList<>();
    for (int at = HEADER_BYTES; at + 8 <= raw.length; at += Math.max(8, table.getInt(at + 4))) {
      boolean ofMemory = (table.get(at + 8) & 0xF) == 0;
      if (table.getShort(at) == LATENCY_BANDWIDTH && ofMemory) {
        read(table, at, entries);
      }
    }
    return new Hmat(entries);
  }

  private static void read(ByteBuffer table, int at, List<Entry> entries) {
    Kind kind = KINDS.get(table.get(at + 9));
    int initiators = table.getInt(at + 12);
    int targets = table.getInt(at + 16);
    long unit = table.getLong(at + 24);
    int values = at + 32 + 4 * (initiators + targets);
    for (int i = 0; i < initiators * targets; i++) {
      int number = Short.toUnsignedInt(table.getShort(values + 2 * i));
      if (number != 0 && number != UNREACHABLE) {
        int initiator = table.getInt(at + 32 + 4 * (i / targets));
        int target = table.getInt(at + 32 + 4 * (initiators + i % targets));
        long value = kind.isLatency() ? number * unit / PICOSECONDS_PER_NANOSECOND : number * unit;
        entries.add(new Entry(kind, initiator, target, value));
      }
    }
  }
}
